import {
  Body,
  Button,
  Container,
  Head,
  Heading,
  Hr,
  Html,
  Img,
  Link,
  Preview,
  Section,
  Text,
} from "react-email";
import type { MailContent } from "@/lib/mail/document/content";
import { darkStyle, mailStyle } from "@/lib/mail/document/style";
import type { Piece } from "@/lib/mail/rules/words";

/** The one look of all mails: brand, one surface with heading, text and at most one button, and the legal footer. */
export function MailDocument({ content }: { content: MailContent }) {
  const { language, direction, brand } = content;
  const style = mailStyle(language, brand.accent);

  return (
    <Html lang={language} dir={direction}>
      <Head>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{content.subject}</title>
        <style>{darkStyle}</style>
      </Head>
      <Body style={style.body} className="page" lang={language} dir={direction}>
        <Preview useTitleTag={false}>{content.preview}</Preview>
        <Container style={style.container} dir={direction}>
          {brand.logoUrl ? (
            <Img src={brand.logoUrl} alt={brand.name} height={32} style={style.logo} />
          ) : (
            <Text style={style.brand} className="strong">
              {brand.name}
            </Text>
          )}
          <Section style={style.surface} className="surface">
            <Heading as="h1" style={style.heading} className="strong">
              <Pieces of={content.heading} />
            </Heading>
            {content.paragraphs.map((lines) => (
              <Text key={lines.map(({ key }) => key).join()} style={style.text} className="text">
                {lines.map(({ key, pieces }, index) => (
                  <span key={key}>
                    {index > 0 && <br />}
                    <Pieces of={pieces} />
                  </span>
                ))}
              </Text>
            ))}
            {content.button && (
              <Section style={style.buttonRow}>
                <Button href={content.button.url} style={style.button}>
                  <Pieces of={content.button.label} />
                </Button>
              </Section>
            )}
            {content.note && (
              <Text style={style.small} className="quiet">
                <Pieces of={content.note} />
              </Text>
            )}
            {content.button && (
              <>
                <Hr style={style.rule} className="rule" />
                <Text style={style.small} className="quiet">
                  {content.button.fallback}
                  <br />
                  <Link href={content.button.url} style={style.address} className="quiet" dir="ltr">
                    {content.button.url}
                  </Link>
                </Text>
              </>
            )}
          </Section>
          <Section style={style.footerSection}>
            {content.footer.map((line) => (
              <Text key={line} style={style.footer} className="quiet">
                {line}
              </Text>
            ))}
          </Section>
        </Container>
      </Body>
    </Html>
  );
}

/** What a variable stood for keeps its own direction, and cannot carry the template's words along. */
function Pieces({ of: pieces }: { of: readonly Piece[] }) {
  let at = 0;
  return pieces.map(({ text, isValue }) => {
    at += 1;
    return isValue ? <bdi key={at}>{text}</bdi> : <span key={at}>{text}</span>;
  });
}
