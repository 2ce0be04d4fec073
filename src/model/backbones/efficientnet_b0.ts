import type {BackboneGraph} from '../../domain/backbone.js';
import {efficientnet} from './efficientnet.js';

/** EfficientNetB0: `[n, size, size, 3]` → `[n, size / 32, size / 32, 1280]`, rounded up. */
export function efficientnetB0(pretrained: boolean): BackboneGraph {
  return efficientnet({name: 'efficientnet_b0', width: 1, depth: 1, pretrained});
}
