#include "call.h"
#include "crossentropy.h"
#include "ops.h"

namespace ablate {

void compute_crossentropy(void*, TF_OpKernelContext* context) {
  Call call(context);
  const Tensor logits = call.input(0, 2), labels = call.ok() ? call.input(1, 2) : nullptr, weights = call.ok() ? call.input(2, 1) : nullptr;
  if (!call.ok()) {
    return;
  }
  const Crossentropy shape = {length(logits, 0), length(logits, 1)};
  if (length(labels, 0) != shape.batch || length(labels, 1) != shape.classes || length(weights, 0) != shape.batch || shape.classes == 0) {
    call.fail("logits and labels must be [batch, classes] and the weights [batch]");
    return;
  }
  const Tensor loss = call.output(0, TF_FLOAT, {});
  const Tensor right = call.ok() ? call.output(1, TF_INT32, {}) : nullptr;
  const Tensor slopes = call.ok() ? call.output(2, TF_FLOAT, {shape.batch, shape.classes}) : nullptr;
  if (call.ok()) {
    crossentropy(shape, data<float>(logits), data<float>(labels), data<float>(weights), data<float>(loss), data<int32_t>(right), data<float>(slopes));
  }
}

}  // namespace ablate
