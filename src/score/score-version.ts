/** Counts up whenever a stored score of a run would come out otherwise, so that runs are scored anew. */
export const scoreVersion = 1;
