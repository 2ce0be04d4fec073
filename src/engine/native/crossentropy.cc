#include "crossentropy.h"

#include <algorithm>
#include <cmath>

namespace ablate {
namespace {

// A row's losses if each class were the right one; its probabilities are left in `out`. All are not numbers where a logit is none.
class Softmax {
 public:
  Softmax(int64_t classes, const float* logits, float* out) : logits_(logits), largest_(*std::max_element(logits, logits + classes)) {
    float sum = 0;
    for (int64_t each = 0; each < classes; each++) {
      out[each] = std::exp(logits[each] - largest_);
      sum += out[each];
    }
    const float share = 1 / sum;
    for (int64_t each = 0; each < classes; each++) {
      out[each] *= share;
    }
    log_sum_ = std::log(sum);
  }

  // Of two differences: large logits added up first would leave nothing of a small loss.
  float loss(int64_t each) const { return log_sum_ - (logits_[each] - largest_); }

 private:
  const float* logits_;
  const float largest_;
  float log_sum_;
};

}  // namespace

void crossentropy(const Crossentropy& s, const float* logits, const float* labels, const float* weights, float* loss, int32_t* right, float* slopes) {
  *loss = 0;
  *right = 0;
  for (int64_t row = 0; row < s.batch; row++) {
    const float* label = labels + row * s.classes;
    float* slope = slopes + row * s.classes;
    const Softmax softmax(s.classes, logits + row * s.classes, slope);
    *right += std::max_element(slope, slope + s.classes) - slope == std::max_element(label, label + s.classes) - label;
    float row_loss = 0;
    for (int64_t each = 0; each < s.classes; each++) {
      row_loss += label[each] * softmax.loss(each);
      slope[each] = weights[row] * (slope[each] - label[each]);
    }
    *loss += weights[row] * row_loss;
  }
}

}  // namespace ablate
