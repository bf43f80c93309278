/** What the benchmark sends to Alur. */
export const signIn = `mutation SignIn($input: SignInInput!) {
  signIn(input: $input) { token userErrors { code message } }
}`;

export const createSop = `mutation CreateSop($input: CreateSopInput!) {
  createSop(input: $input) { sop { id } version { id revision } userErrors { code message } }
}`;

export const editDraft = `mutation EditDraft($input: EditDraftInput!) {
  editDraft(input: $input) { version { id revision } userErrors { code message } }
}`;

export const enactVersion = `mutation EnactVersion($input: EnactVersionInput!) {
  enactVersion(input: $input) { version { id } problems { message } userErrors { code message } }
}`;

export const startInstance = `mutation StartInstance($input: StartInstanceInput!) {
  startInstance(input: $input) { instance { id } userErrors { code } }
}`;

export const completeTask = `mutation CompleteTask($input: CompleteTaskInput!) {
  completeTask(input: $input) { task { id status } userErrors { code } }
}`;

export const readVersion = `query Version($id: ID!) {
  node(id: $id) {
    ... on SopVersion {
      id
      version
      status
      lanes { key name }
      nodes { key kind rowNumber text parts { laneKey } standardTime { value unit } }
      edges { key from to outcome }
    }
  }
}`;

export const readInstances = `query Instances {
  instances(first: 50) {
    nodes {
      id
      status
      openTasks { id status dueAt lane { key name } node { key text } }
      sop { title }
    }
  }
}`;

export const readRevisions = `query Revisions($ids: [ID!]!) {
  nodes(ids: $ids) { ... on SopVersion { id revision nodes { key } edges { key } } }
}`;
