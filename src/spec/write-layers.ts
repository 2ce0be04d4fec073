/** A layer as it is written: its name alone, or a map; those within it too. */
export type WrittenLayer = string | {readonly concatenate?: readonly WrittenLayer[]};

/** Writes every layer as a map, those within others too, and gives a bare `dropout` a rate where there is one. */
export function writeLayers(layers: readonly WrittenLayer[], dropout: number | undefined): unknown[] {
  return layers.map(layer => {
    if (typeof layer === 'string') {
      return {[layer]: layer === 'dropout' && dropout !== undefined ? dropout : {}};
    }

    return layer.concatenate ? {...layer, concatenate: writeLayers(layer.concatenate, dropout)} : layer;
  });
}
