import { graphql } from "../../generated/index.js";

/** All that one version says; `documentOf` turns it into the domain's `SopDocument`. */
export const versionDocumentFragment = graphql(`
  fragment VersionDocument on SopVersion {
    id
    identity {
      government
      office
      unit
      address
      title
      procedure
      createdOn {
        text
        iso
      }
      revisedOn {
        text
        iso
      }
      effectiveOn {
        text
        iso
      }
      enactedBy {
        position
        name
        rank
        nip
        signature
      }
    }
    lists {
      legalBasis {
        text
        group
      }
      qualifications {
        text
        group
      }
      relatedSops {
        text
        group
      }
      equipment {
        text
        group
      }
      warnings {
        text
        group
      }
      records {
        text
        group
      }
    }
    columns {
      right {
        column
        title
      }
      titles {
        number
        activity
        lanes
        standard
      }
    }
    ...VersionGraph
  }
`);

export const versionGraphFragment = graphql(`
  fragment VersionGraph on SopVersion {
    id
    lanes {
      key
      name
      bindingType
      position {
        id
        code
        name
      }
    }
    nodes {
      key
      kind
      text
      parts {
        laneKey
        label
      }
      mode
      work
      requirements {
        text
        output
      }
      standardTime {
        value
        unit
      }
      outputs
      remarks
      call {
        sop
        waits
      }
    }
    edges {
      key
      from
      to
      outcome
    }
    outputs {
      key
      name
    }
  }
`);
