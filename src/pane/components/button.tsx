import type { ButtonHTMLAttributes, ComponentChildren } from 'preact';

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  kind?: 'primary' | 'default' | 'subtle' | 'link';
  icon?: ComponentChildren;
};

/** A button in the pane's look. One without words needs an `aria-label`. */
export function Button({ kind = 'default', icon, children, class: extra, ...rest }: ButtonProps) {
  const bare = children === undefined ? ' button-bare' : '';
  return (
    <button type="button" {...rest} class={`button button-${kind}${bare} ${extra ?? ''}`}>
      {icon}
      {children}
    </button>
  );
}
