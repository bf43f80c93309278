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

/** What the interface asks for a worklist. */
export const readWorklist = `query Worklist($filter: TaskFilter, $first: Int) {
  worklistCounts {
    forMe { count hasMore }
    claimable { count hasMore }
    waiting { count hasMore }
    overdue { count hasMore }
  }
  tasks(filter: $filter, first: $first) {
    pageInfo { hasNextPage endCursor }
    nodes {
      id label visit status openedAt closedAt dueAt overdue timeLeft canClaim canRelease canComplete
      timeLeftParts { isLate days hours minutes }
      node { key text rowNumber }
      lane { key name position { id holders { id name } } }
      assignee { id name }
      instance { id status title requesterName sop { id title } }
    }
  }
}`;
