/** Sends an operation as the admin of the demo, with a session of its own. */
async function ask(url: string, query: string, variables: object, token = ""): Promise<unknown> {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(token === "" ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data: unknown; errors?: unknown };
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

interface SignedIn {
  readonly signIn: { readonly token: string };
}
interface Drafts {
  readonly sops: {
    readonly nodes: readonly { readonly draft: { id: string; revision: number } | null }[];
  };
}

/** Discards the drafts that the demo begins with, so that a test may revise any SOP. */
export async function clearDesks(url: string): Promise<void> {
  const credentials = { username: "admin", password: "alur-demo", bearer: true };
  const { signIn } = (await ask(
    url,
    "mutation ($input: SignInInput!) { signIn(input: $input) { token } }",
    { input: credentials },
  )) as SignedIn;
  const list = "{ sops(first: 100) { nodes { draft { id revision } } } }";
  const { sops } = (await ask(url, list, {}, signIn.token)) as Drafts;
  for (const { draft } of sops.nodes) {
    if (draft === null) continue;
    await ask(
      url,
      "mutation ($input: VersionActionInput!) { discardDraft(input: $input) { discardedId } }",
      { input: { versionId: draft.id, revision: draft.revision } },
      signIn.token,
    );
  }
}
