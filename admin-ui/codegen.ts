import type { CodegenConfig } from "@graphql-codegen/cli";

const config: CodegenConfig = {
  schema: "schema/schema.graphql",
  documents: ["admin-ui/**/*-operations.ts"],
  generates: {
    "admin-ui/generated/": {
      preset: "client",
      presetConfig: { fragmentMasking: false },
      config: {
        useTypeImports: true,
        immutableTypes: true,
        enumType: "string-literal",
        scalars: {
          ByteCount: "number",
          DateTime: "string",
          LocalDate: "string",
          Milliseconds: "number",
          JSON: "unknown",
        },
      },
    },
  },
};

export default config;
