import type { Context } from "../../kernel/context.js";
import type { Database } from "../../persistence/database.js";
import type { FileStore } from "../../persistence/files/file-store.js";
import { objectName, partsOfKey } from "../../persistence/files/object-name.js";
import type { UploadRow } from "./upload-row.js";

/**
 * Takes uploads away again. The row goes last: whatever dies on the way, it is there to say what is
 * still to be removed.
 */
export class UploadRemoval {
  constructor(
    private readonly database: Database,
    private readonly store: FileStore,
  ) {}

  /** From now on nobody can go on with it or attach it; `false` where it was attached. */
  giveUp(ctx: Context, id: number): Promise<boolean> {
    return this.database.unitOfWork.run(ctx, async (tx) => {
      const { changes } = await tx.run(
        "UPDATE stored_file SET state = 'REMOVING' WHERE id = ? AND instance_id IS NULL",
        [id],
      );
      return changes === 1;
    });
  }

  /** Removes what was given up: everything in the store, then the row. */
  async remove(ctx: Context, { id, storeKey }: Pick<UploadRow, "id" | "storeKey">): Promise<void> {
    await this.removeParts(storeKey);
    await this.store.remove(objectName(storeKey));
    await this.database.unitOfWork.run(ctx, (tx) =>
      tx.run("DELETE FROM stored_file WHERE id = ? AND state = 'REMOVING'", [id]),
    );
  }

  /** All pieces, also those that did not count. */
  async removeParts(storeKey: string): Promise<void> {
    for await (const { name } of this.store.list(partsOfKey(storeKey))) {
      await this.store.remove(name);
    }
  }
}
