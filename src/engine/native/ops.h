// The computations of ablate's ops, as TensorFlow calls them.
#pragma once
#include "tensorflow/c/kernels.h"

namespace ablate {

// Of these three `pad` is what read_pad gave; the others have no state.
void compute_conv_relu_pool(void* pad, TF_OpKernelContext* context);
void compute_conv_relu_pool_kernel_gradient(void* pad, TF_OpKernelContext* context);
void compute_conv_relu_pool_input_gradient(void* pad, TF_OpKernelContext* context);
void* read_pad(TF_OpKernelConstruction* construction);
void delete_pad(void* pad);

// The attributes `size` (the kernel's rows and columns), `pads` (zeros above, below, left and right) and `relu`, kept from an op's
// construction on, are what compute_winograd is given.
void* read_winograd(TF_OpKernelConstruction* construction);
void delete_winograd(void* attributes);
// x, weights and bias -> out.
void compute_winograd(void* attributes, TF_OpKernelContext* context);
// kernel [rows, columns, channels, filters] -> weights [n].
void compute_winograd_weights(void*, TF_OpKernelContext* context);

void compute_dense(void*, TF_OpKernelContext* context);
void compute_dense_relu(void*, TF_OpKernelContext* context);
void compute_dense_input_gradient(void*, TF_OpKernelContext* context);
void compute_dense_adam(void*, TF_OpKernelContext* context);
void compute_crossentropy(void*, TF_OpKernelContext* context);
void compute_warp(void*, TF_OpKernelContext* context);

}  // namespace ablate
