/** A QR code, dark on light in both themes, with the quiet zone that scanners want. */
export function QrCode({ qr: { size, path }, label }: { qr: { size: number; path: string }; label: string }) {
  const quiet = 3;
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`${-quiet} ${-quiet} ${size + quiet * 2} ${size + quiet * 2}`}
      shapeRendering="crispEdges"
      className="size-44 shrink-0 rounded-control border bg-white"
    >
      <path d={path} fill="#000" />
    </svg>
  );
}
