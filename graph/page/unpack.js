// The data stand in the page as deflated lines of JSON (graph/packed.py). They are read in slices: the page answers in between.
async function unpacked(element) {
  const letters = atob(element.textContent),
    bytes = new Uint8Array(letters.length);
  element.remove();
  for (let at = 0; at < letters.length; at += 1) bytes[at] = letters.charCodeAt(at);
  const text = await new Response(
    new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate")),
  ).text();
  const lines = text.split("\n"),
    data = {};
  await inSlices(
    lines.length,
    (number) => {
      if (!lines[number]) return;
      const [key, value] = JSON.parse(lines[number]);
      if (data[key]) value.forEach((row) => data[key].push(row));
      else data[key] = value;
    },
    () => true,
  );
  return data;
}
