import tensorflow as tf

# %%
x = tf.placeholder(tf.float32, [None, 3])
w = tf.get_variable("w", [3, 1])
with tf.Session() as session:
    session.run(tf.global_variables_initializer())
