/** That there is something to tell, or that something was read: whom it concerns. */
export interface NoticeNews {
  readonly personIds: readonly number[];
  readonly positionIds: readonly number[];
}
