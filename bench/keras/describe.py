"""Prints the versions as JSON; what TensorFlow says of oneDNN when it is loaded goes to standard error."""
import json

import keras
import tensorflow as tf

print(json.dumps({"keras": keras.__version__, "tensorflow": tf.__version__}))
