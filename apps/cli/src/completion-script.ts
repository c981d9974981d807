import type { CompletedCommand, CompletedOption } from "./completion-words.ts";

export const shells = ["bash", "zsh", "fish"] as const;
export type Shell = (typeof shells)[number];

/** A script that a shell reads at its start; complete and without calls back into `parley`. */
export function completionScript(shell: Shell, commands: readonly CompletedCommand[]): string {
  const make = { bash: bashScript, zsh: zshScript, fish: fishScript };
  return make[shell](commands);
}

/** For bash 3.2 and later, so without `mapfile`. */
function bashScript(commands: readonly CompletedCommand[]): string {
  const cases = commands.map((command) => {
    const values = command.options.filter(({ takesValue }) => takesValue);
    const flags = command.options.map(({ long }) => long).join(" ");
    return [
      `    ${command.name})`,
      ...(values.length === 0 ? [] : ["      case $previous in", ...values.map(bashValues), "      esac"]),
      `      if [[ $current == -* ]]; then _parley_words ${quote(flags)}`,
      `      else ${bashArgument(command.argument)}; fi ;;`,
    ].join("\n");
  });
  const names = [...commands.map(({ name }) => name), "help", "--help", "--version"].join(" ");
  const afterHelp = commands.map(({ name }) => name).join(" ");
  return `# Completion of parley for bash. Add to ~/.bashrc:  eval "$(parley completion bash)"
_parley_words() { COMPREPLY=($(compgen -W "$1" -- "$current")); }
_parley_files() {
  local IFS=$'\\n'
  compopt -o filenames 2>/dev/null
  COMPREPLY=($(compgen "$1" -- "$current"))
}
_parley() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} command= i
  COMPREPLY=()
  for ((i = 1; i < COMP_CWORD; i++)); do
    case \${COMP_WORDS[i]} in -*) ;; *) command=\${COMP_WORDS[i]}; break ;; esac
  done
  case $command in
    '') _parley_words ${quote(names)} ;;
    help) _parley_words ${quote(afterHelp)} ;;
${cases.join("\n")}
  esac
}
complete -F _parley parley
`;
}

const bashValues = ({ long, values }: CompletedOption): string =>
  `        ${long}) _parley_words ${quote(oneWord(values).join(" "))}; return ;;`;

function bashArgument(argument: CompletedCommand["argument"]): string {
  if (argument === "files") return "_parley_files -f";
  if (argument === "folders") return "_parley_files -d";
  return argument === "nothing" ? ":" : `_parley_words ${quote(oneWord(argument).join(" "))}`;
}

/** bash splits words at spaces, so that those of several words are left to the user. */
const oneWord = (words: readonly string[]): readonly string[] => words.filter((word) => !word.includes(" "));

function zshScript(commands: readonly CompletedCommand[]): string {
  const list = commands.map(({ name, summary }) => `    ${quote(`${name}:${summary}`)}`);
  const cases = commands.map(({ name, options, argument }) => {
    const specs = [...options.map(zshOption), quote(`*:argument:${zshArgument(argument)}`)];
    return `        ${name}) _arguments ${specs.join(" ")} ;;`;
  });
  return `#compdef parley
# Completion of parley for zsh. Save as _parley in a folder of $fpath, or:  eval "$(parley completion zsh)"
_parley() {
  local state line
  local -a commands
  commands=(
${list.join("\n")}
  )
  _arguments -C '1:command:->command' '*::argument:->rest'
  case $state in
    command) _describe command commands ;;
    rest)
      case $words[1] in
${cases.join("\n")}
      esac ;;
  esac
}
if [ "\${funcstack[1]}" = _parley ]; then _parley "$@"; else compdef _parley parley; fi
`;
}

function zshOption({ long, about, takesValue, values }: CompletedOption): string {
  const meaning = about.replace(/[[\]:]/g, "\\$&");
  const value = takesValue ? `:value:${values.length === 0 ? "" : `(${values.join(" ")})`}` : "";
  return quote(`${long}[${meaning}]${value}`);
}

function zshArgument(argument: CompletedCommand["argument"]): string {
  if (argument === "files") return "_files";
  if (argument === "folders") return "_files -/";
  return argument === "nothing" ? "" : `(${argument.map((word) => word.replaceAll(" ", "\\ ")).join(" ")})`;
}

function fishScript(commands: readonly CompletedCommand[]): string {
  const lines = ["# Completion of parley for fish. Save as ~/.config/fish/completions/parley.fish"];
  for (const { name, summary } of commands) {
    lines.push(`complete -c parley -n __fish_use_subcommand -f -a ${name} -d ${fishQuote(summary)}`);
  }
  for (const { name, options, argument } of commands) {
    const when = `complete -c parley -n '__fish_seen_subcommand_from ${name}'`;
    for (const { long, about, takesValue, values } of options) {
      const value = takesValue ? ` -x${values.length === 0 ? "" : ` -a ${fishQuote(values.join(" "))}`}` : "";
      lines.push(`${when} -l ${long.slice(2)} -d ${fishQuote(about)}${value}`);
    }
    if (argument === "files") continue;
    if (argument === "folders") lines.push(`${when} -f -a '(__fish_complete_directories)'`);
    else if (argument === "nothing") lines.push(`${when} -f`);
    else
      lines.push(`${when} -f -a ${fishQuote(argument.map((word) => word.replaceAll(" ", "\\ ")).join(" "))}`);
  }
  return `${lines.join("\n")}\n`;
}

const quote = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
const fishQuote = (text: string): string => `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
