import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import { fromGlobalId } from "../../kernel/global-id.js";
import { allows } from "../../kernel/policy.js";
import { signedInPayload } from "../../runtime/mutation-payload.js";
import { RequestScope } from "../../runtime/request-scope.js";
import { Person, personById } from "../people/people-service.js";
import {
  AddNoteInput,
  EditNoteInput,
  NotePayload,
  RemoveNoteInput,
  ResolveNoteInput,
} from "./note-inputs.js";
import { noteById, notesOfVersion } from "./note-loaders.js";
import type { NoteService } from "./note-service.js";
import { ReviewNote } from "./review-note-type.js";
import { versionById } from "./sop-loaders.js";
import { SopVersion } from "./sop-types.js";
import { mayReadNotes } from "./version-access.js";

/** The note as it is now, with its version, read after the commit. */
async function fill(payload: NotePayload, scope: RequestScope, noteId: number): Promise<void> {
  scope.loaders.clear();
  payload.note = await scope.loaders.get(noteById).load(noteId);
  if (!payload.note) return;
  payload.version = await scope.loaders.get(versionById).load(payload.note.versionId);
}

@Resolver(() => ReviewNote)
export class ReviewNoteResolver {
  constructor(private readonly notes: NoteService) {}

  @Mutation(() => NotePayload, {
    description: "Writes a review note on a draft or a submitted version.",
  })
  addNote(
    @Ctx() scope: RequestScope,
    @Arg("input", () => AddNoteInput, { description: "What to write, and where." })
    input: AddNoteInput,
  ): Promise<NotePayload> {
    return signedInPayload(scope.ctx, NotePayload, async (payload) => {
      const noteId = await this.notes.add(scope.ctx, {
        versionId: fromGlobalId(input.versionId, "SopVersion", "input.versionId"),
        targetType: input.targetType,
        targetKey: input.targetKey,
        targetField: input.targetField ?? null,
        text: input.text,
        idempotencyKey: input.idempotencyKey ?? null,
      });
      await fill(payload, scope, noteId);
    });
  }

  @Mutation(() => NotePayload, {
    description: "Its author, or the admin, changes the text of a review note before enactment.",
  })
  editNote(
    @Ctx() scope: RequestScope,
    @Arg("input", () => EditNoteInput, { description: "Which one, and what it is to say." })
    input: EditNoteInput,
  ): Promise<NotePayload> {
    return signedInPayload(scope.ctx, NotePayload, async (payload) => {
      const noteId = fromGlobalId(input.noteId, "ReviewNote", "input.noteId");
      await this.notes.edit(scope.ctx, noteId, input.text);
      await fill(payload, scope, noteId);
    });
  }

  @Mutation(() => NotePayload, {
    description: "Its author, or the admin, removes a review note before enactment.",
  })
  removeNote(
    @Ctx() scope: RequestScope,
    @Arg("input", () => RemoveNoteInput, { description: "Which one." }) input: RemoveNoteInput,
  ): Promise<NotePayload> {
    return signedInPayload(scope.ctx, NotePayload, async (payload) => {
      const noteId = fromGlobalId(input.noteId, "ReviewNote", "input.noteId");
      const versionId = await this.notes.remove(scope.ctx, noteId);
      scope.loaders.clear();
      payload.version = await scope.loaders.get(versionById).load(versionId);
    });
  }

  @Mutation(() => NotePayload, { description: "Settles a review note, or opens it again." })
  resolveNote(
    @Ctx() scope: RequestScope,
    @Arg("input", () => ResolveNoteInput, { description: "Which one." }) input: ResolveNoteInput,
  ): Promise<NotePayload> {
    return signedInPayload(scope.ctx, NotePayload, async (payload) => {
      const noteId = fromGlobalId(input.noteId, "ReviewNote", "input.noteId");
      await this.notes.resolve(scope.ctx, noteId, input.resolved);
      await fill(payload, scope, noteId);
    });
  }

  @FieldResolver(() => Person, {
    nullable: true,
    description: "Who wrote it; null where it came with the SOP.",
  })
  async author(@Root() note: ReviewNote, @Ctx() scope: RequestScope): Promise<Person | null> {
    return note.authorId === null ? null : scope.loaders.get(personById).load(note.authorId);
  }

  @FieldResolver(() => Person, { nullable: true, description: "Who settled it." })
  async resolvedBy(@Root() note: ReviewNote, @Ctx() scope: RequestScope): Promise<Person | null> {
    return note.resolvedById === null
      ? null
      : scope.loaders.get(personById).load(note.resolvedById);
  }

  @FieldResolver(() => Boolean, { description: "Whether the caller may change or remove it now." })
  canEdit(@Root() note: ReviewNote, @Ctx() { ctx }: RequestScope): boolean {
    const { officeId, authorId } = note;
    const subject = authorId === null ? { officeId } : { officeId, personId: authorId };
    return note.isOnOpenVersion && allows(ctx.actor, "sop.editNote", subject);
  }

  @FieldResolver(() => Boolean, { description: "Whether the caller may settle or reopen it." })
  canResolve(@Root() { officeId }: ReviewNote, @Ctx() { ctx }: RequestScope): boolean {
    return allows(ctx.actor, "sop.resolveNote", { officeId });
  }
}

@Resolver(() => SopVersion)
export class VersionNotesResolver {
  @FieldResolver(() => [ReviewNote], {
    description: "The review notes, oldest first; those of an enacted version for its office only.",
  })
  async notes(
    @Root() version: SopVersion,
    @Ctx() scope: RequestScope,
  ): Promise<readonly ReviewNote[]> {
    if (!mayReadNotes(scope, version)) return [];
    return scope.loaders.get(notesOfVersion).load(version.rowId);
  }

  @FieldResolver(() => Boolean, { description: "Whether the caller may write a note on it now." })
  canAddNote(@Root() { isOpen, officeId }: SopVersion, @Ctx() { ctx }: RequestScope): boolean {
    return isOpen && allows(ctx.actor, "sop.addNote", { officeId });
  }
}
