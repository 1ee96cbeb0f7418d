<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Alike</name>
    <message numerus="yes">
        <source>%n disagreement(s) settled alike.</source>
        <translation>
            <numerusform>%n disagreement settled alike.</numerusform>
            <numerusform>%n disagreements settled alike.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AlikeDialog</name>
    <message numerus="yes">
        <source>%n ticked</source>
        <translation>
            <numerusform>%n ticked</numerusform>
            <numerusform>%n ticked</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ArticleList</name>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>%Ln article</numerusform>
            <numerusform>%Ln articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln selected</numerusform>
            <numerusform>%Ln selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AssignDialog</name>
    <message numerus="yes">
        <source>Who annotates %n article(s)?</source>
        <translation>
            <numerusform>Who annotates %n article?</numerusform>
            <numerusform>Who annotates %n articles?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Batching</name>
    <message numerus="yes">
        <source>%n place(s) stay as decided since.</source>
        <translation>
            <numerusform>%n place stays as decided since.</numerusform>
            <numerusform>%n places stay as decided since.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Done again in %n article(s).</source>
        <translation>
            <numerusform>Done again in %n article.</numerusform>
            <numerusform>Done again in %n articles.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Taken back in %n article(s).</source>
        <translation>
            <numerusform>Taken back in %n article.</numerusform>
            <numerusform>Taken back in %n articles.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ColumnsDialog</name>
    <message numerus="yes">
        <source>%n more file(s) have the same columns; it holds for them too.</source>
        <translation>
            <numerusform>%n more file has the same columns; what is chosen holds for it too.</numerusform>
            <numerusform>%n more files have the same columns; what is chosen holds for them too.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConcordanceDialog</name>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n hit</numerusform>
            <numerusform>%n hits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s) so far…</source>
        <translation>
            <numerusform>%n hit so far…</numerusform>
            <numerusform>%n hits so far…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) labelled: {label}</source>
        <translation>
            <numerusform>%n line labelled: {label}</numerusform>
            <numerusform>%n lines labelled: {label}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n article(s)</source>
        <translation>
            <numerusform>in %n article</numerusform>
            <numerusform>in %n articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConsistencyDialog</name>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n finding</numerusform>
            <numerusform>%n findings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s) mended.</source>
        <translation>
            <numerusform>%n finding mended.</numerusform>
            <numerusform>%n findings mended.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s) will not be found again.</source>
        <translation>
            <numerusform>It will not be found again.</numerusform>
            <numerusform>%n findings will not be found again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n article(s)</source>
        <translation>
            <numerusform>in %n article</numerusform>
            <numerusform>in %n articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Describing</name>
    <message numerus="yes">
        <source>%n article(s) changed.</source>
        <translation>
            <numerusform>%n article changed.</numerusform>
            <numerusform>%n articles changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Setting the status of %n article(s)…</source>
        <translation>
            <numerusform>Setting the status of %n article…</numerusform>
            <numerusform>Setting the status of %n articles…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DetailsDialog</name>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n character</numerusform>
            <numerusform>%n characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sentence(s)</source>
        <translation>
            <numerusform>%n sentence</numerusform>
            <numerusform>%n sentences</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n word</numerusform>
            <numerusform>%n words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DownloadLine</name>
    <message numerus="yes">
        <source>%n minute(s) left</source>
        <translation>
            <numerusform>%n minute left</numerusform>
            <numerusform>%n minutes left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s) left</source>
        <translation>
            <numerusform>%n second left</numerusform>
            <numerusform>%n seconds left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EveryDialog</name>
    <message numerus="yes">
        <source>%n conflict(s)</source>
        <translation>
            <numerusform>%n conflict</numerusform>
            <numerusform>%n conflicts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n occurrence(s)</source>
        <translation>
            <numerusform>%n occurrence</numerusform>
            <numerusform>%n occurrences</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticked</source>
        <translation>
            <numerusform>%n ticked</numerusform>
            <numerusform>%n ticked</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Everywhere</name>
    <message numerus="yes">
        <source>%n occurrence(s) labelled.</source>
        <translation>
            <numerusform>%n occurrence labelled.</numerusform>
            <numerusform>%n occurrences labelled.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n occurrence(s) relabelled.</source>
        <translation>
            <numerusform>%n occurrence relabelled.</numerusform>
            <numerusform>%n occurrences relabelled.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n occurrence(s) unlabelled.</source>
        <translation>
            <numerusform>%n occurrence unlabelled.</numerusform>
            <numerusform>%n occurrences unlabelled.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>That was in %n article(s).</source>
        <translation>
            <numerusform>That was in %n article.</numerusform>
            <numerusform>That was in %n articles.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FiguresDialog</name>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) finished</source>
        <translation>
            <numerusform>%n article finished</numerusform>
            <numerusform>%n articles finished</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s)</source>
        <translation>
            <numerusform>%n decision</numerusform>
            <numerusform>%n decisions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Labelling</name>
    <message numerus="yes">
        <source>Labels saved; %n article(s) changed.</source>
        <translation>
            <numerusform>Labels saved; %n article changed.</numerusform>
            <numerusform>Labels saved; %n articles changed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LearnedDialog</name>
    <message numerus="yes">
        <source>There is too little to learn from yet: it takes %n article(s) that are done.</source>
        <translation>
            <numerusform>There is too little to learn from yet: it takes %n article that is done.</numerusform>
            <numerusform>There is too little to learn from yet: it takes %n articles that are done.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Learning</name>
    <message numerus="yes">
        <source>Learned from %n article(s).</source>
        <translation>
            <numerusform>Learned from %n article.</numerusform>
            <numerusform>Learned from %n articles.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Outgoing</name>
    <message numerus="yes">
        <source>%n disagreement(s) wait for your decision.</source>
        <translation>
            <numerusform>%n disagreement waits for your decision.</numerusform>
            <numerusform>%n disagreements wait for your decision.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Projects</name>
    <message numerus="yes">
        <source>%n article(s) imported.</source>
        <translation>
            <numerusform>%n article imported.</numerusform>
            <numerusform>%n articles imported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) written, read back and compared:</source>
        <translation>
            <numerusform>%n article written, read back and compared:</numerusform>
            <numerusform>%n articles written, read back and compared:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them were there already.</source>
        <translation>
            <numerusform>%n of them was there already.</numerusform>
            <numerusform>%n of them were there already.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecentRow</name>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>%Ln article</numerusform>
            <numerusform>%Ln articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln done</source>
        <comment>how many articles are done</comment>
        <translation>
            <numerusform>%Ln done</numerusform>
            <numerusform>%Ln done</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n joined</source>
        <comment>articles</comment>
        <translation>
            <numerusform>%n joined to what was there</numerusform>
            <numerusform>%n joined to what was there</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <comment>things</comment>
        <translation>
            <numerusform>%n refused</numerusform>
            <numerusform>%n refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n repaired</source>
        <comment>things</comment>
        <translation>
            <numerusform>%n repaired</numerusform>
            <numerusform>%n repaired</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sharing</name>
    <message numerus="yes">
        <source>%n annotation set(s) came in.</source>
        <translation>
            <numerusform>%n annotation set came in.</numerusform>
            <numerusform>%n annotation sets came in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written to {folder}.</source>
        <translation>
            <numerusform>%n file written to {folder}.</numerusform>
            <numerusform>%n files written to {folder}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Up to %n article(s) each.</source>
        <translation>
            <numerusform>%n article each.</numerusform>
            <numerusform>Up to %n articles each.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Up to %n of them somebody else has, too.</source>
        <translation>
            <numerusform>Up to %n of them somebody else has, too.</numerusform>
            <numerusform>Up to %n of them somebody else has, too.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SplitDialog</name>
    <message numerus="yes">
        <source>%n file(s), which the annotators just open:</source>
        <translation>
            <numerusform>%n file, which the annotator just opens:</numerusform>
            <numerusform>%n files, which the annotators just open:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message numerus="yes">
        <source>%n entity(s)</source>
        <translation>
            <numerusform>%n entity</numerusform>
            <numerusform>%n entities</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n quote(s)</source>
        <translation>
            <numerusform>%n quote</numerusform>
            <numerusform>%n quotes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n suggestion(s) to decide</source>
        <translation>
            <numerusform>%n suggestion to decide</numerusform>
            <numerusform>%n suggestions to decide</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SuggestionPane</name>
    <message numerus="yes">
        <source>%n hidden</source>
        <translation>
            <numerusform>%n hidden</numerusform>
            <numerusform>%n hidden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TagsDialog</name>
    <message numerus="yes">
        <source>Tags of %n article(s)</source>
        <translation>
            <numerusform>Tags of %n article</numerusform>
            <numerusform>Tags of %n articles</numerusform>
        </translation>
    </message>
</context>
</TS>
