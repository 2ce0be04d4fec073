/** Adam whose weights shrink on their own (Loshchilov and Hutter, 2019, algorithm 2): the decay is the optimizer's `weight_decay`. */
export {adam as adamw} from './adam.js';
