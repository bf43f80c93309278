import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import { ByteCount } from "../../runtime/graphql/scalars.js";
import { signedInPayload } from "../../runtime/mutation-payload.js";
import { RequestScope } from "../../runtime/request-scope.js";
import type { UploadService } from "./upload-service.js";
import { CreateUploadInput, UploadPayload } from "./upload-types.js";
import { uploadView } from "./upload-view.js";

@Resolver()
export class UploadResolver {
  constructor(private readonly service: UploadService) {}

  @Query(() => ByteCount, { description: "The largest file that may be uploaded, in bytes." })
  uploadLimit(): number {
    return this.service.maxBytes;
  }

  @Mutation(() => UploadPayload, {
    description:
      "Announces a file. Its bytes go to the upload's `address`; once it is READY, a command of a case attaches it by its id. What is never attached is removed.",
  })
  createUpload(
    @Ctx() scope: RequestScope,
    @Arg("input", () => CreateUploadInput, { description: "Which file." })
    input: CreateUploadInput,
  ): Promise<UploadPayload> {
    return signedInPayload(scope.ctx, UploadPayload, async (payload) => {
      const id = await this.service.create(scope.ctx, input);
      payload.upload = uploadView(await this.service.find(scope.ctx, id), scope.ctx.locale);
    });
  }
}
