"""Makes the Keras models that the tests read, and what they predict: python make.py, with TensorFlow 2.21 and Keras 3.15."""
import os
os.environ['CUDA_VISIBLE_DEVICES']=''; os.environ['TF_CPP_MIN_LOG_LEVEL']='3'
import json, numpy as np, keras
from keras import layers as L, Sequential, Model, Input
print(keras.__version__, keras.backend.backend())
keras.utils.set_random_seed(7)
out={}
def rnd(m):
    for w in m.weights: w.assign(np.random.uniform(-.6,.6,w.shape))
def save(name, m, ext, ins, loss='mse', opt=None):
    rnd(m)
    m.compile(loss=loss, optimizer=opt or keras.optimizers.Adam(0.002))
    m.save(f'{name}.{ext}')
    y=m.predict(ins, verbose=0)
    out[f'{name}.{ext}']={'inputs':[np.asarray(i,'float32').reshape(-1).tolist() for i in (ins if isinstance(ins,list) else [ins])],'output':np.asarray(y,'float32').reshape(-1).tolist(),'count':int((ins[0] if isinstance(ins,list) else ins).shape[0])}
def x(t): return np.random.uniform(-1,1,(2,t,1)).astype('float32')
for ext in ['keras','h5']:
    save('simple-rnn-sequence', Sequential([Input((6,1)), L.SimpleRNN(5, return_sequences=True), L.Dense(1)]), ext, x(6), opt=keras.optimizers.SGD(0.01,momentum=0.9))
    save('lstm-last', Sequential([Input((8,1)), L.LSTM(4, return_sequences=True), L.LSTM(3), L.Dense(1)]), ext, x(8), loss='mae', opt='rmsprop')
    save('gru-time-distributed', Sequential([Input((None,1)), L.GRU(4, return_sequences=True, name='my_gru'), L.TimeDistributed(L.Dense(1))]), ext, x(7))
    save('gru-dropout-no-bias', Sequential([Input((5,1)), L.GRU(3, use_bias=False), L.Dropout(.2), L.Dense(1, use_bias=False)]), ext, x(5))
    e=Input((5,1)); d=Input((5,1))
    _,h,c=L.LSTM(3, return_state=True)(e)
    s=L.LSTM(3, return_sequences=True, return_state=True)(d, initial_state=[h,c])[0]
    save('lstm-encoder-decoder', Model([e,d], L.TimeDistributed(L.Dense(1))(s)), ext, [x(5),x(5)])
    e=Input((4,1)); d=Input((4,1))
    _,h=L.GRU(3, return_state=True)(e)
    s=L.GRU(3, return_sequences=True)(d, initial_state=h)
    save('gru-encoder-decoder', Model([e,d], L.Dense(1)(s)), ext, [x(4),x(4)])
# refused
def only(name,m,ext='keras'):
    m.save(f'{name}.{ext}')
only('refused-lambda', Sequential([Input((5,1)), L.LSTM(3), L.Lambda(lambda t: t*2), L.Dense(1)]))
only('refused-conv', Sequential([Input((5,1)), L.Conv1D(2,2), L.LSTM(3), L.Dense(1)]))
only('refused-reset-before', Sequential([Input((5,1)), L.GRU(3, reset_after=False), L.Dense(1)]))
only('refused-relu', Sequential([Input((5,1)), L.SimpleRNN(3, activation='relu'), L.Dense(1)]))
only('refused-two-features', Sequential([Input((5,2)), L.LSTM(3), L.Dense(1)]))
only('refused-bidirectional', Sequential([Input((5,1)), L.Bidirectional(L.LSTM(3)), L.Dense(1)]))
only('refused-repeat', Sequential([Input((5,1)), L.LSTM(3), L.RepeatVector(5), L.LSTM(3,return_sequences=True), L.TimeDistributed(L.Dense(1))]))
m=Sequential([Input((5,1)), L.LSTM(3), L.Dense(1)]); rnd(m); ws=m.get_weights(); ws[0][0,0]=np.nan; m.set_weights(ws); only('refused-nan',m); 
# behind all the others, whose numbers stay as they are
for ext in ['keras','h5']:
    e=Input((6,1)); d=Input((None,1))
    q,h1,c1=L.LSTM(4, return_sequences=True, return_state=True, name='encoder_1')(e)
    _,h2,c2=L.LSTM(3, return_state=True, name='encoder_2')(q)
    s=L.LSTM(4, return_sequences=True, name='decoder_1')(d, initial_state=[h1,c1])
    s=L.LSTM(3, return_sequences=True, name='decoder_2')(s, initial_state=[h2,c2])
    save('stacked-encoder-decoder', Model([e,d], L.Dense(1)(s)), ext, [x(6),x(6)])
    e=Input((5,1)); d=Input((5,1))
    h=L.SimpleRNN(3)(e)
    s=L.SimpleRNN(3, return_sequences=True)(d, initial_state=h)
    save('simple-rnn-encoder-decoder', Model([e,d], L.TimeDistributed(L.Dense(1))(s)), ext, [x(5),x(5)])
json.dump(out,open('expected.json','w'))
