import { expect, test } from "vitest";
import { mediaTypeOf } from "./media-type";

const bytes = (text: string) => new TextEncoder().encode(text);

test("S-10: a file is what its bytes are, whatever it is called", () => {
  expect(mediaTypeOf(bytes("%PDF-1.7 and so on"))).toBe("application/pdf");
  expect(mediaTypeOf(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1]))).toBe("image/png");
  expect(mediaTypeOf(bytes("a plain word, ümlaut and all\r\n"))).toBe("text/plain");
});

test("S-10: what a browser or a server could run is bytes and nothing more", () => {
  const risky = [
    "<?php system('id');",
    "<!doctype html><script>alert(1)</script>",
    '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
    "text first\n<script>alert(1)</script>",
    "#!/bin/sh\nid",
    "<% response.write 1 %>",
    "MZ\u0000\u0001",
  ];
  for (const text of risky) expect(mediaTypeOf(bytes(text)), text).toBe("application/octet-stream");
  expect(mediaTypeOf(new Uint8Array([0xff, 0xfe, 0x00]))).toBe("application/octet-stream");
});
