/** Loaded into each lane's process: tells the benchmark, when asked, how much processor time it has used. */
process.on('message', (message) => {
  if (message === 'cpu') process.send({ cpu: process.cpuUsage(), memory: process.memoryUsage.rss() });
});
process.channel?.unref();
