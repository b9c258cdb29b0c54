"use client";

import { Tooltip as Primitive } from "@base-ui/react/tooltip";
import { type MouseEvent, type ReactElement, useState } from "react";
import { TooltipPopup } from "./tooltip";

interface RefusalProps {
  reason: string;
  /** Id of the hidden text, for aria-describedby of the element. */
  id: string;
  children: ReactElement;
}

/** Explains an element that cannot act: on hover, on focus, and on press, since fingers do not hover. */
export function Refusal({ reason, id, children }: RefusalProps) {
  const [isOpen, setIsOpen] = useState(false);

  function explain(event: MouseEvent) {
    event.preventDefault();
    setIsOpen(true);
  }

  return (
    <>
      <Primitive.Root open={isOpen} onOpenChange={setIsOpen}>
        <Primitive.Trigger
          render={children}
          delay={100}
          closeOnClick={false}
          onClick={explain}
          onBlur={() => setIsOpen(false)}
        />
        <TooltipPopup>{reason}</TooltipPopup>
      </Primitive.Root>
      <span id={id} className="sr-only">
        {reason}
      </span>
    </>
  );
}
