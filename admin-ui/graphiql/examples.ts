interface Example {
  readonly query: string;
  readonly variables?: string;
}

const asJson = (value: unknown): string => JSON.stringify(value, null, 2);

/** What a frontend developer asks first; each runs when pasted, after filling in the ids. */
export const examples: Example[] = [
  {
    // GraphiQL drops the variables of the tab that it opens first, so this one has none.
    query: `# Sign in first (or in the app at /): the session cookie then counts here, too.
# A program sends a SignInInput as a variable.
mutation SignIn {
  signIn(input: { username: "admin", password: "alur-demo" }) {
    person { name positions { name } }
    userErrors { code field message }
  }
}
`,
  },
  {
    query: `# The tasks that I may act on, the most urgent first.
query MyTasks {
  tasks(first: 20) {
    totalCount
    nodes {
      id
      status
      dueAt
      overdue
      timeLeftParts { isLate days hours minutes }
      node { rowNumber text }
      lane { name }
      outcomes { key label owedOutputs { key name } }
      owedOutputs { key name }
      instance { id title requesterName sop { title } }
    }
    pageInfo { hasNextPage endCursor }
  }
}
`,
  },
  {
    query: `# What of my worklist is mine to do, what I could claim, and what I wait for others to do.
query MyWorklist {
  worklistCounts {
    forMe { count hasMore }
    claimable { count hasMore }
    waiting { count hasMore }
    overdue { count hasMore }
  }
  tasks(filter: { scope: CLAIMABLE, search: "surel" }, first: 20) {
    nodes { id dueAt node { text } instance { title } }
    pageInfo { hasNextPage endCursor }
  }
}
`,
  },
  {
    query: `# What keeps each draft from being enacted, with the shortest run of a case that shows it, what
# might be better, and how seriously the office takes which rule of drawing.
query DraftProblems {
  sops(first: 20) {
    nodes {
      title
      draft {
        revision
        problems { rule level message nodeIds edgeIds run { nodeId outcomeId label } }
        warnings { rule message nodeIds laneIds }
      }
    }
  }
  me { office { ruleLevels { rule level defaultLevel } } }
}
`,
  },
  {
    query: `# The SOPs in force, whether I may start them, and how the form of each reads.
query SopsInForce {
  sops(filter: { status: IN_FORCE }, first: 10) {
    nodes {
      id
      number
      title
      canStart
      inForce {
        version
        lanes { key name }
        nodes { key kind rowNumber text parts { laneKey } standardTime { value unit } }
        edges { from to outcome }
      }
    }
  }
}
`,
  },
  {
    query: `# Start a request. The same idempotencyKey twice starts one case.
mutation StartRequest($input: StartInstanceInput!) {
  startInstance(input: $input) {
    instance { id status openTasks { id node { text } lane { name } } }
    receipt { number secret }
    userErrors { code field message }
  }
}
`,
    variables: asJson({
      input: { sopId: "", title: "Permohonan percobaan", idempotencyKey: "contoh-1" },
    }),
  },
  {
    query: `# What whoever is signed in may ask the offices for. \`sop.id\` goes into startInstance.
query Catalogue($search: String) {
  catalogue(first: 20, filter: { search: $search }) {
    totalCount
    nodes {
      sop { id title }
      office { name }
      requirements
      workedBy
      expectedTime { workingMinutes minutesPerWorkingDay isPartial }
    }
    pageInfo { hasNextPage endCursor }
  }
}
`,
    variables: asJson({ search: "" }),
  },
  {
    query: `# My own requests, and where each is: in a sentence, and as data.
query MyRequests {
  instances(first: 20, filter: { requestedByMe: true }) {
    nodes {
      id
      title
      whereabouts {
        state
        sentence
        places { lane step day days overdue isRequester taskId arrival { lane remark isBack } }
      }
    }
  }
}
`,
  },
  {
    query: `# Follow a case with what stands on its receipt. Nobody needs to be signed in.
query FollowWithReceipt($input: FollowCaseInput!) {
  followCase(input: $input) {
    case {
      title
      officeName
      whereabouts { sentence places { lane day days requirements } }
      history { at kind lane step outcome }
    }
    userErrors { code message }
  }
}
`,
    variables: asJson({ input: { number: "K7M2-9QXT", secret: "" } }),
  },
  {
    query: `# Complete a task. \`outcome\` is one of the task's outcomes, on decisions only; \`outputs\` gives at least
# what the task owes, and on a decision what that outcome does.
mutation CompleteWithOutcome($input: CompleteTaskInput!) {
  completeTask(input: $input) {
    task { id status outcome }
    instance { status openTasks { node { text } lane { name } } }
    userErrors { code field message }
  }
}
`,
    variables: asJson({
      input: { taskId: "", outcome: null, outputs: [], comment: null, idempotencyKey: "contoh-2" },
    }),
  },
  {
    query: `# Send a case back to a step that led here; \`visit\` is one of the task's returnTargets.
mutation SendBack($input: ReturnTaskInput!) {
  returnTask(input: $input) {
    task { status }
    instance { openTasks { id node { text } lane { name } } }
    userErrors { code field message }
  }
}
`,
    variables: asJson({ input: { taskId: "", visit: 1, reason: "", idempotencyKey: "contoh-3" } }),
  },
  {
    query: `# Follow a case: where it is, what it waits for, and all that happened.
query FollowCase($id: ID!) {
  node(id: $id) {
    ... on Instance {
      status
      whereabouts { sentence places { lane step day days overdue isRequester } }
      openTasks { dueAt timeLeft node { rowNumber text } lane { name } assignee { name } }
      visits { no status node { rowNumber text } outcome { label } }
      history { seq at actorName command events }
      parent { id title }
      children { id status sop { title } }
    }
  }
}
`,
    variables: asJson({ id: "" }),
  },
  {
    query: `# Live over SSE: a case, each time that something happens to it.
subscription CaseChanged($id: ID!) {
  instanceChanged(id: $id) { status whereabouts { sentence } }
}
`,
    variables: asJson({ id: "" }),
  },
  {
    query: `# Cases with their open tasks, lanes and SOP: one request, a handful of SQL statements.
query NestedRead {
  instances(first: 50, filter: { status: RUNNING }) {
    nodes {
      id
      title
      requesterName
      leadTime
      sop { number title office { name } }
      openTasks { dueAt overdue assignee { name } lane { name } node { text } }
    }
  }
}
`,
  },
  {
    query: `# Live over SSE: whenever something that I may act on changes.
subscription WorklistChanged {
  worklistChanged { instanceId taskIds }
}
`,
  },
];
