/**
 * Look of mails: the product's greys and type, in the few properties that mail programs honour, with dark colours for those that
 * ask. Colours are hexadecimal because some of these programs know no other.
 */
const sans = "-apple-system,BlinkMacSystemFont,'Segoe UI',Inter,Roboto,Helvetica,Arial,sans-serif";
const arabic = "Vazirmatn,'Segoe UI',Tahoma,'Geeza Pro',Arial,sans-serif";

export function mailStyle(language: string, accent: string) {
  const fontFamily = language === "ar" ? arabic : sans;
  return {
    body: { backgroundColor: "#f6f6f7", margin: 0, padding: "32px 12px", fontFamily },
    container: { maxWidth: 560, margin: "0 auto" },
    brand: { fontSize: 15, fontWeight: 600, lineHeight: "24px", color: "#1b1c20", margin: "0 0 16px" },
    logo: { display: "block", maxHeight: 32, margin: "0 0 16px" },
    surface: {
      backgroundColor: "#ffffff",
      border: "1px solid #e4e4e7",
      borderRadius: 10,
      padding: "28px 24px 20px",
    },
    heading: { fontSize: 20, fontWeight: 600, lineHeight: "28px", color: "#1b1c20", margin: "0 0 16px" },
    text: { fontSize: 15, lineHeight: "24px", color: "#33343a", margin: "0 0 16px" },
    button: {
      backgroundColor: accent,
      color: legibleOn(accent),
      borderRadius: 6,
      fontSize: 15,
      fontWeight: 600,
      lineHeight: "20px",
      padding: "12px 20px",
    },
    buttonRow: { margin: "8px 0 24px" },
    small: { fontSize: 13, lineHeight: "20px", color: "#65666e", margin: "0 0 12px" },
    address: { color: "#65666e", wordBreak: "break-all", textDecoration: "underline" },
    rule: { borderColor: "#e4e4e7", margin: "16px 0" },
    footer: { fontSize: 12, lineHeight: "18px", color: "#65666e", margin: "0 0 4px" },
    footerSection: { padding: "20px 0 0" },
  } as const;
}

/** For readers in the dark. The button keeps the company's colour. */
export const darkStyle = `
  @media (prefers-color-scheme: dark) {
    .page { background-color: #17181b !important; }
    .page td { background-color: transparent !important; }
    .surface { background-color: #1e1f23 !important; border-color: #33353b !important; }
    .strong { color: #f2f2f4 !important; }
    .text { color: #d5d6da !important; }
    .quiet { color: #a3a4ac !important; }
    .rule { border-color: #33353b !important; }
  }
`;

/** White or near-black, whichever contrasts more with the colour (WCAG relative luminance). */
function legibleOn(colour: string): string {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return luminance > 0.179 ? "#131417" : "#ffffff";
}
