// What an op's computation takes from TensorFlow and gives to it, by TensorFlow's C interface.
#pragma once
#include <cstring>
#include <initializer_list>
#include <memory>
#include <string>

#include "tensorflow/c/kernels.h"
#include "tensorflow/c/kernels_experimental.h"
#include "tensorflow/c/tf_status.h"
#include "tensorflow/c/tf_tensor.h"

namespace ablate {

struct StatusDeleter { void operator()(TF_Status* status) const { TF_DeleteStatus(status); } };
struct TensorDeleter { void operator()(TF_Tensor* tensor) const { TF_DeleteTensor(tensor); } };
using Status = std::unique_ptr<TF_Status, StatusDeleter>;
using Tensor = std::unique_ptr<TF_Tensor, TensorDeleter>;

// After a failure nothing more is done.
class Call {
 public:
  explicit Call(TF_OpKernelContext* context) : context_(context), status_(TF_NewStatus()) {}
  ~Call() {
    if (!ok()) {
      TF_OpKernelContext_Failure(context_, status_.get());
    }
  }

  bool ok() const { return TF_GetCode(status_.get()) == TF_OK; }

  Tensor input(int index, int rank) {
    TF_Tensor* tensor = nullptr;
    TF_GetInput(context_, index, &tensor, status_.get());
    Tensor owned(tensor);
    if (ok() && TF_NumDims(tensor) != rank) {
      fail("input " + std::to_string(index) + " must have " + std::to_string(rank) + " axes");
    }
    return owned;
  }

  Tensor output(int index, TF_DataType type, std::initializer_list<int64_t> shape) {
    int64_t elements = 1;
    for (int64_t length : shape) {
      elements *= length;
    }
    return Tensor(TF_AllocateOutput(context_, index, type, shape.begin(), static_cast<int>(shape.size()), elements * TF_DataTypeSize(type), status_.get()));
  }

  // The memory of a variable of TensorFlow's own, to be changed; a copy where something else looks at it.
  Tensor variable(int index) {
    TF_Tensor* tensor = nullptr;
    TF_GetInputTensorFromVariable(context_, index, false, false, false, copy, &tensor, status_.get());
    return Tensor(tensor);
  }

  void fail(const std::string& message) { TF_SetStatus(status_.get(), TF_INVALID_ARGUMENT, message.c_str()); }

 private:
  static void copy(TF_OpKernelContext*, TF_Tensor* source, TF_Tensor* target) {
    const Tensor from(source), to(target);
    std::memcpy(TF_TensorData(target), TF_TensorData(source), TF_TensorByteSize(source));
  }

  TF_OpKernelContext* context_;
  Status status_;
};

template <typename Value>
Value* data(const Tensor& tensor) {
  return static_cast<Value*>(TF_TensorData(tensor.get()));
}

inline int64_t length(const Tensor& tensor, int axis) { return TF_Dim(tensor.get(), axis); }

}  // namespace ablate
