/** What a worker is pinned to. */
export type Device = {
  readonly kind: 'cpu' | 'gpu';
  /** CUDA's index; 0 for the CPU. */
  readonly index: number;
  readonly name: string;
};

/** A provisioned TensorFlow and the addon that binds it to Node. */
export type Engine = {
  /** TensorFlow's own version, `2.15.1`. */
  readonly version: string;
  /** Absolute path of the compiled addon; loading it loads TensorFlow. */
  readonly addon: string;
  /** Absolute folder of libtensorflow. */
  readonly library: string;
  /** Where it came from, in words: `the wheel tensorflow-cpu 2.15.1, from pip`. */
  readonly origin: string;
  readonly cuda: boolean;
  /** Absolute path of the addon with ablate's own ops for the processor; absent where it could not be made. */
  readonly kernels?: string;
};
