// Which runs to list: src/docs/filter.md. What names and values mean is not decided here.
grammar RunFilter;

options { caseInsensitive = true; }

filter      : expression? EOF ;
expression  : conjunction (OR conjunction)* ;
conjunction : term (AND? term)* ;
term        : NOT* (group | among | emptiness | comparison | text) ;
group       : LEFT expression RIGHT ;
among       : WORD NOT? IN LEFT value (COMMA value)* RIGHT ;
emptiness   : WORD IS NOT? EMPTY ;
comparison  : WORD (operator | NOT CONTAINS) value ;
operator    : EQ | NE | LT | LE | GT | GE | TILDE | CONTAINS ;
value       : word | STRING ;
text        : word | STRING ;

// Words of the language that are words of a search too, where they cannot be the former.
word        : WORD | IN | IS | EMPTY | CONTAINS ;

AND      : 'and' | '&&' ;
OR       : 'or' | '||' ;
NOT      : 'not' | '!' ;
IN       : 'in' ;
IS       : 'is' ;
EMPTY    : 'empty' ;
CONTAINS : 'contains' ;
LEFT     : '(' ;
RIGHT    : ')' ;
COMMA    : ',' ;
EQ       : '=' | '==' ;
NE       : '!=' | '<>' ;
LE       : '<=' ;
LT       : '<' ;
GE       : '>=' ;
GT       : '>' ;
TILDE    : '~' ;
STRING   : '"' ('\\' . | ~["\\])* '"' | '\'' ~['\r\n]* '\'' ;
UNCLOSED : '"' ('\\' . | ~["\\])* ;
WORD     : ~[ \t\r\n\u00A0\u2000-\u200B\u3000()=<>!~,"]+ ;
SPACE    : [ \t\r\n\u00A0\u2000-\u200B\u3000]+ -> skip ;
OTHER    : . ;
