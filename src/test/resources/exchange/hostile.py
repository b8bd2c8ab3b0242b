import h5py, numpy as np
src='lstm-last.h5'
import shutil
# external link, soft link cycle, compressed, wrong shape
def copy(n): shutil.copy(src,n); return h5py.File(n,'r+')
h=copy('hostile-external.h5'); p='model_weights/lstm_4'; del h[p]; h[p]=h5py.ExternalLink('/etc/passwd','/x'); h.close()
h=copy('hostile-soft-cycle.h5'); del h[p]; h[p]=h5py.SoftLink('/model_weights'); h.close()
h=copy('hostile-hard-cycle.h5'); g=h[p]; del h['model_weights/lstm_4/sequential_5']; g['again']=h['model_weights']; h.close()
k='model_weights/lstm_4/sequential_5/lstm_4/lstm_cell/kernel'
h=copy('hostile-compressed.h5'); d=h[k][:]; del h[k]; h.create_dataset(k,data=d,chunks=True,compression='gzip'); h.close()
h=copy('hostile-shape.h5'); del h[k]; h.create_dataset(k,data=np.zeros((2,16),'f4')); h.close()
h=copy('hostile-absurd.h5'); del h[k]; h.create_dataset(k,shape=(1<<20,1<<20),dtype='f4',chunks=(1024,1024)); h.close()
h=h5py.File('hostile-weights-only.h5','w'); h['a']=np.zeros(3,'f4'); h.close()
# each of 20 names of a group is the same next one, 7 times: a billion ways down
h=copy('hostile-many-ways.h5'); g=h[p]; del h['model_weights/lstm_4/sequential_5']
for level in range(7):
    n=g.create_group('0')
    for i in range(1,20): g[str(i)]=n
    g=n
h.close()
