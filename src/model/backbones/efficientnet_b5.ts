import type {BackboneGraph} from '../../domain/backbone.js';
import {efficientnet} from './efficientnet.js';

/** EfficientNetB5: `[n, size, size, 3]` → `[n, size / 32, size / 32, 2048]`, rounded up. */
export function efficientnetB5(pretrained: boolean): BackboneGraph {
  return efficientnet({name: 'efficientnet_b5', width: 1.6, depth: 2.2, pretrained});
}
