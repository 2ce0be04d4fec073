/** What a grid names as the software that wrote it: a PNG without it is somebody else's. */
export const gridMark = 'ablate predict --grid';
