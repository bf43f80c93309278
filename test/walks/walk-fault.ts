/** What a walk found wrong; everything else that is thrown is a fault of the engine too. */
export class WalkFault extends Error {
  override readonly name = "WalkFault";
}
