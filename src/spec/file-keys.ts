/** Keys that say who a file is and where it comes from, and nothing of what is trained: no child inherits them, no matrix varies them. */
export const fileKeys: readonly string[] = ['extends', 'name', 'description', 'published', 'matrix'];
