// Softmax and cross-entropy of a batch with their gradient, and how many answers are right: all that a step asks of the logits.
#pragma once
#include <cstdint>

namespace ablate {

struct Crossentropy {
  int64_t batch;
  int64_t classes;
};

// Logits and labels are [batch, classes], the weights [batch]. `loss` is the weighted losses' sum, `slopes` its gradient by the
// logits; `right` counts the rows whose largest probability is the largest label's, of equal ones the first.
void crossentropy(const Crossentropy& shape, const float* logits, const float* labels, const float* weights, float* loss, int32_t* right, float* slopes);

}  // namespace ablate
