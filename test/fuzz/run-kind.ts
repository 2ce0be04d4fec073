import process from 'node:process';
import {kinds} from './kinds.js';
import {tryKind, type Trying} from './try-kind.js';

// A process of its own for a kind: what hangs or dies takes nothing else with it, and libraries may print what they like.
export type KindOrder = Omit<Trying, 'onTry'> & {readonly kind: string};

process.once('message', (order: KindOrder) => {
  void run(order);
});

async function run(order: KindOrder): Promise<void> {
  const tried = await tryKind(kinds.find(({name}) => name === order.kind)!, {
    ...order,
    onTry(folder) {
      process.send!({folder});
    },
  });
  process.send!({tried}, () => {
    process.exit(0);
  });
}
