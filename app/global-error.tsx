"use client";

/**
 * The last resort, when even the frame of all pages has failed: no messages, no styles, no theme can be relied on here.
 * English, German and Arabic stand side by side, since nobody knows the reader's language any more.
 */
const words = [
  {
    lang: "en",
    dir: "ltr",
    text: "Something went wrong. Nothing was changed by this page. Please try again.",
  },
  {
    lang: "de",
    dir: "ltr",
    text: "Etwas ist schiefgegangen. Diese Seite hat nichts verändert. Bitte versuchen Sie es noch einmal.",
  },
  { lang: "ar", dir: "rtl", text: "حدث خطأ ما. لم تغيّر هذه الصفحة شيئًا. يُرجى المحاولة مرة أخرى." },
] as const;

export default function GlobalError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <html lang="en">
      <body
        style={{
          fontFamily: "system-ui, sans-serif",
          maxWidth: "32rem",
          margin: "20vh auto",
          padding: "0 1rem",
        }}
      >
        {words.map(({ lang, dir, text }) => (
          <p key={lang} lang={lang} dir={dir}>
            {text}
          </p>
        ))}
        <p>
          <button type="button" onClick={reset} aria-label={words[0].text}>
            {"↻"}
          </button>{" "}
          <code>{error.digest}</code>
        </p>
      </body>
    </html>
  );
}
