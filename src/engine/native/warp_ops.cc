#include "call.h"
#include "ops.h"
#include "warp.h"

namespace ablate {

void compute_warp(void*, TF_OpKernelContext* context) {
  Call call(context);
  const Tensor pictures = call.input(0, 4), maps = call.ok() ? call.input(1, 2) : nullptr;
  if (!call.ok()) {
    return;
  }
  const int64_t images = length(pictures, 0), height = length(pictures, 1), width = length(pictures, 2);
  if (length(pictures, 3) != 3 || length(maps, 0) != images || length(maps, 1) != 8) {
    call.fail("the pictures must be [n, height, width, 3] and the maps [n, 8]");
    return;
  }
  const Tensor out = call.output(0, TF_FLOAT, {images, height, width, 3});
  if (call.ok()) {
    warp(images, height, width, data<float>(pictures), data<float>(maps), data<float>(out));
  }
}

}  // namespace ablate
