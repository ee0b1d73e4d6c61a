// A server that is told only a port listens on this machine alone.
const net = require('node:net');
const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function (...words) {
  if (['number', 'string'].includes(typeof words[0]) && typeof words[1] !== 'string') {
    words.splice(1, 0, '127.0.0.1');
  }
  return listen.apply(this, words);
};
