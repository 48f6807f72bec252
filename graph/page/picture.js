// The drawing as it stands, as a PNG with its title, its counts and its legend.
function picture() {
  const source = document.querySelector("#network canvas"),
    copy = document.createElement("canvas"),
    colour = colours();
  const unit = source.width / source.clientWidth,
    line = 22 * unit,
    margin = 16 * unit;
  const pen = copy.getContext("2d"),
    font = 12 * unit + "px system-ui, sans-serif";
  pen.font = font;
  const rows = legendRows(pen, source.width - 2 * margin, unit);
  copy.width = source.width;
  copy.height = source.height + (rows.length + 1.5) * line;
  pen.fillStyle = colour.paper;
  pen.fillRect(0, 0, copy.width, copy.height);
  pen.drawImage(source, 0, 0);
  pen.font = font;
  pen.textBaseline = "middle";
  rows.forEach((row, number) =>
    row.forEach(([left, sample, text]) => {
      const y = source.height + (number + 0.5) * line;
      const x = margin + left + (sample ? drawSample(pen, sample, margin + left, y, unit) + 6 * unit : 0);
      pen.fillStyle = colour.ink;
      pen.fillText(text, x, y);
    }),
  );
  const way = document.getElementById(mode === "company" ? "mode-company" : "mode-affiliation").textContent;
  pen.fillText(
    [short(document.title, 60), way, document.getElementById("counts").textContent].join(" · "),
    margin,
    source.height + (rows.length + 0.5) * line,
  );
  return copy.toDataURL("image/png");
}

// The entries of the legend, broken into rows: [distance from the left, sample, text].
function legendRows(pen, wide, unit) {
  const rows = [[]];
  let left = 0;
  [...document.querySelectorAll("#legend > div")].forEach((entry) => {
    const sample = entry.querySelector("i"),
      width = pen.measureText(entry.textContent).width + (sample ? 34 : 0) * unit;
    if (left && left + width > wide) {
      rows.push([]);
      left = 0;
    }
    rows[rows.length - 1].push([left, sample, entry.textContent]);
    left += width + 16 * unit;
  });
  return rows;
}

// Draw a sample of the legend with its left end at x; returns its width.
function drawSample(pen, sample, x, y, unit) {
  const style = getComputedStyle(sample),
    line = sample.classList.contains("line");
  pen.fillStyle = style.backgroundColor;
  pen.strokeStyle = style.borderTopColor;
  pen.beginPath();
  if (line) {
    pen.lineWidth = parseFloat(style.borderTopWidth) * unit;
    pen.setLineDash(
      { dashed: [6 * unit, 4 * unit], dotted: [2 * unit, 3 * unit] }[style.borderTopStyle] || [],
    );
    pen.moveTo(x, y);
    pen.lineTo(x + 26 * unit, y);
    pen.stroke();
    return 26 * unit;
  }
  const r = 5 * unit,
    centre = x + r;
  if (sample.classList.contains("person")) pen.arc(centre, y, r, 0, 7);
  else if (sample.classList.contains("meeting")) pen.rect(x, y - r, 2 * r, 2 * r);
  else
    [
      [0, -r],
      [r, 0],
      [0, r],
      [-r, 0],
    ].forEach(([dx, dy], n) => (n ? pen.lineTo(centre + dx, y + dy) : pen.moveTo(centre + dx, y + dy)));
  pen.fill();
  return 2 * r;
}
