// tfjs' binding gives ops no lists of strings or types: it is compiled with calls of TFE_OpSetAttrString renamed to this, which
// takes a text with commas for such a list.
#undef TFE_OpSetAttrString
#include <algorithm>
#include <cstdlib>
#include <string>
#include <vector>

#include "tensorflow/c/eager/c_api.h"

namespace {

std::vector<std::string> split(const std::string& text) {
  std::vector<std::string> parts;
  for (size_t start = 0; start < text.size();) {
    const size_t comma = std::min(text.find(',', start), text.size());
    parts.push_back(text.substr(start, comma - start));
    start = comma + 1;
  }
  return parts;
}

void set_strings(TFE_Op* op, const char* name, const std::vector<std::string>& parts) {
  std::vector<const void*> values;
  std::vector<size_t> lengths;
  for (const std::string& part : parts) {
    values.push_back(part.data());
    lengths.push_back(part.size());
  }
  TFE_OpSetAttrStringList(op, name, values.data(), lengths.data(), static_cast<int>(parts.size()));
}

void set_types(TFE_Op* op, const char* name, const std::vector<std::string>& parts) {
  std::vector<TF_DataType> types;
  for (const std::string& part : parts) {
    types.push_back(static_cast<TF_DataType>(std::atoi(part.c_str())));
  }
  TFE_OpSetAttrTypeList(op, name, types.data(), static_cast<int>(types.size()));
}

}  // namespace

extern "C" void ablate_set_attribute(TFE_Op* op, const char* name, const void* value, size_t length) {
  TF_Status* status = TF_NewStatus();
  unsigned char is_list = 0;
  const TF_AttrType type = TFE_OpGetAttrType(op, name, &is_list, status);
  const bool is_known = TF_GetCode(status) == TF_OK;
  TF_DeleteStatus(status);
  const std::string text(static_cast<const char*>(value), length);
  if (is_known && is_list && type == TF_ATTR_STRING) {
    set_strings(op, name, split(text));
  } else if (is_known && is_list && type == TF_ATTR_TYPE) {
    set_types(op, name, split(text));
  } else {
    TFE_OpSetAttrString(op, name, value, length);
  }
}
