import tf from './tfjs.js';

/**
Frees what a forward or backward pass that threw had saved for its gradients: tfjs forgets to. To be called where no
gradients are being computed.
*/
export function dropTape(): void {
  const {state} = tf.engine();
  // tfjs says that there always is one.
  const tape = state.activeTape as typeof state.activeTape | null;
  for (const {saved} of tape ?? []) {
    tf.dispose(saved ?? []);
  }

  state.activeTape = [];
}
