/** An element of a page by its id, as markup, and where it stands. */
export type ShownPart = {readonly id: string; readonly place: 'top' | 'main' | 'rows'; readonly html: string};
