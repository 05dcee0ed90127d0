/** The dark modules of a QR code as one SVG path in units of modules, and how many of them a side has. */
export function qrPath({ data, size }: { data: readonly (readonly boolean[])[]; size: number }): {
  path: string;
  size: number;
} {
  let path = '';
  data.forEach((row, y) => {
    let start = -1;
    for (let x = 0; x <= row.length; x += 1) {
      if (row[x] && start < 0) start = x;
      if (!row[x] && start >= 0) {
        path += `M${start} ${y}h${x - start}v1h${start - x}z`;
        start = -1;
      }
    }
  });
  return { path, size };
}
