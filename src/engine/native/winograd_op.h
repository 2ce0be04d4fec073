// Winograd's convolutions as TensorFlow's ops compute.
#pragma once

struct TF_OpKernelConstruction;
struct TF_OpKernelContext;

namespace ablate {

// The attributes `size` (the kernel's rows and columns), `pads` (zeros above, below, left and right) and `relu`, kept from an op's
// construction on.
void* read_winograd(TF_OpKernelConstruction* construction);
void delete_winograd(void* attributes);

// kernel [rows, columns, channels, filters] -> weights [n].
void compute_winograd_weights(void*, TF_OpKernelContext* context);

// x, weights and bias -> out.
void compute_winograd(void* attributes, TF_OpKernelContext* context);

}  // namespace ablate
