<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About annotator</source>
        <translation>حول annotator</translation>
    </message>
    <message>
        <source>Annotate Arabic news text: entities and quotes, to the letter.</source>
        <translation>وسم نصوص الأخبار العربية: الكيانات والاقتباسات، بدقة الحرف.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Component</source>
        <translation>المكوّن</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>نُسخت</translation>
    </message>
    <message>
        <source>Copy system information</source>
        <translation>نسخ معلومات النظام</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>الرخصة</translation>
    </message>
    <message>
        <source>Licences of what is bundled</source>
        <translation>رخص ما يضمّه البرنامج</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>سجل التشغيل</translation>
    </message>
    <message>
        <source>Log:</source>
        <translation>سجل التشغيل:</translation>
    </message>
    <message>
        <source>Made with the work of others, under these licences:</source>
        <translation>صُنع بعمل آخرين، بهذه الرخص:</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>الإصدار</translation>
    </message>
    <message>
        <source>Version {version}, with Qt {qt}</source>
        <translation>الإصدار {version}، مع Qt {qt}</translation>
    </message>
</context>
<context>
    <name>Adjudicating</name>
    <message>
        <source>Nothing else that is open is like this.</source>
        <translation>لا اختلاف مفتوحًا آخر يشبه هذا.</translation>
    </message>
    <message>
        <source>This annotator did not have the article.</source>
        <translation>لم يكن هذا المقال عند هذا الواسم.</translation>
    </message>
    <message>
        <source>What was made by hand belongs to its place alone.</source>
        <translation>ما حُسم يدويًا يخص موضعه وحده.</translation>
    </message>
</context>
<context>
    <name>Alike</name>
    <message numerus="yes">
        <source>%n disagreement(s) settled alike.</source>
        <translation>
            <numerusform>لم يُحسم أي اختلاف.</numerusform>
            <numerusform>حُسم اختلاف واحد بالقرار نفسه.</numerusform>
            <numerusform>حُسم اختلافان بالقرار نفسه.</numerusform>
            <numerusform>حُسمت %n اختلافات بالقرار نفسه.</numerusform>
            <numerusform>حُسم %n اختلافًا بالقرار نفسه.</numerusform>
            <numerusform>حُسم %n اختلاف بالقرار نفسه.</numerusform>
        </translation>
    </message>
    <message>
        <source>Deciding…</source>
        <translation>جارٍ الحسم…</translation>
    </message>
</context>
<context>
    <name>AlikeDialog</name>
    <message numerus="yes">
        <source>%n ticked</source>
        <translation>
            <numerusform>لا شيء محدّد</numerusform>
            <numerusform>واحد محدّد</numerusform>
            <numerusform>اثنان محدّدان</numerusform>
            <numerusform>%n محدّدة</numerusform>
            <numerusform>%n محدّدًا</numerusform>
            <numerusform>%n محدّد</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Decide all that is ticked</source>
        <translation>حسم كل المحدّد</translation>
    </message>
    <message>
        <source>Decide: {decision}</source>
        <translation>القرار: {decision}</translation>
    </message>
    <message>
        <source>Disagreements like this one</source>
        <translation>اختلافات تشبه هذا</translation>
    </message>
    <message>
        <source>None</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>The same decision for all like this</source>
        <translation>القرار نفسه لكل ما يشبه هذا</translation>
    </message>
    <message>
        <source>Tick all</source>
        <translation>تحديد الكل</translation>
    </message>
</context>
<context>
    <name>Annotating</name>
    <message>
        <source>Every suggestion is decided.</source>
        <translation>حُسمت كل الاقتراحات.</translation>
    </message>
    <message>
        <source>No suggestion waits for a decision.</source>
        <translation>لا اقتراح بانتظار القرار.</translation>
    </message>
</context>
<context>
    <name>Announcing</name>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>name {number} of {count}</source>
        <translation>الاسم {number} من {count}</translation>
    </message>
    <message>
        <source>quote {number} of {count}</source>
        <translation>الاقتباس {number} من {count}</translation>
    </message>
</context>
<context>
    <name>ArticleFilter</name>
    <message>
        <source>All articles</source>
        <translation>كل المقالات</translation>
    </message>
    <message>
        <source>Any or none</source>
        <translation>أيّ شارة أو بلا شارة</translation>
    </message>
    <message>
        <source>As they came in</source>
        <translation>بترتيب ورودها</translation>
    </message>
    <message>
        <source>Assigned to anybody or nobody</source>
        <translation>مسندة أو غير مسندة</translation>
    </message>
    <message>
        <source>Assigned to me</source>
        <translation>مسندة إليّ</translation>
    </message>
    <message>
        <source>Assigned to nobody</source>
        <translation>غير مسندة إلى أحد</translation>
    </message>
    <message>
        <source>Assigned to others</source>
        <translation>مسندة إلى غيري</translation>
    </message>
    <message>
        <source>By status</source>
        <translation>حسب الحالة</translation>
    </message>
    <message>
        <source>By title</source>
        <translation>حسب العنوان</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>إلغاء التصفية</translation>
    </message>
    <message>
        <source>Filter articles by title or id</source>
        <translation>تصفية المقالات بالعنوان أو المعرّف</translation>
    </message>
    <message>
        <source>Filter by title or id</source>
        <translation>تصفية بالعنوان أو المعرّف</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>عليها علامة</translation>
    </message>
    <message>
        <source>Last changed first</source>
        <translation>الأحدث تعديلًا أولًا</translation>
    </message>
    <message>
        <source>Most decided first</source>
        <translation>الأكثر قراراتٍ أولًا</translation>
    </message>
    <message>
        <source>Most open suggestions first</source>
        <translation>الأكثر اقتراحاتٍ معلّقة أولًا</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>غير منجزة</translation>
    </message>
    <message>
        <source>Reversed</source>
        <translation>بعكس الترتيب</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>الشارة</translation>
    </message>
    <message>
        <source>Which articles are listed, and in which order</source>
        <translation>أيّ المقالات تُعرض وبأيّ ترتيب</translation>
    </message>
    <message>
        <source>With a note</source>
        <translation>عليها ملاحظة</translation>
    </message>
</context>
<context>
    <name>ArticleList</name>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>لا مقالات</numerusform>
            <numerusform>مقال واحد</numerusform>
            <numerusform>مقالان</numerusform>
            <numerusform>%Ln مقالات</numerusform>
            <numerusform>%Ln مقالًا</numerusform>
            <numerusform>%Ln مقال</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>لا شيء محدّد</numerusform>
            <numerusform>واحد محدّد</numerusform>
            <numerusform>اثنان محدّدان</numerusform>
            <numerusform>%Ln محدّدة</numerusform>
            <numerusform>%Ln محدّدًا</numerusform>
            <numerusform>%Ln محدّد</numerusform>
        </translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>المقالات</translation>
    </message>
    <message>
        <source>No article fits the filter. “Clear the filter” in its menu lists all again.</source>
        <translation>لا مقال يوافق التصفية. «إلغاء التصفية» في قائمتها يعرض الكل من جديد.</translation>
    </message>
    <message>
        <source>No articles yet.</source>
        <translation>لا مقالات بعد.</translation>
    </message>
    <message>
        <source>{count} of {total} articles</source>
        <translation>المقالات: {count} من {total}</translation>
    </message>
</context>
<context>
    <name>ArticleModel</name>
    <message>
        <source>flagged</source>
        <translation>عليه علامة</translation>
    </message>
    <message>
        <source>with a note</source>
        <translation>عليه ملاحظة</translation>
    </message>
    <message>
        <source>{decided} decided, {pending} open</source>
        <translation>المحسوم: {decided}، المعلّق: {pending}</translation>
    </message>
</context>
<context>
    <name>ArticleView</name>
    <message>
        <source>Article</source>
        <translation>المقال</translation>
    </message>
    <message>
        <source>Marked by {name}</source>
        <translation>علّمه {name}</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>مقبول</translation>
    </message>
    <message>
        <source>cue</source>
        <translation>لفظ القول</translation>
    </message>
    <message>
        <source>direct quote</source>
        <translation>اقتباس مباشر</translation>
    </message>
    <message>
        <source>indirect quote</source>
        <translation>اقتباس غير مباشر</translation>
    </message>
    <message>
        <source>mixed quote</source>
        <translation>اقتباس مختلط</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>مرفوض</translation>
    </message>
    <message>
        <source>source</source>
        <translation>المصدر</translation>
    </message>
    <message>
        <source>speaker</source>
        <translation>المتحدث</translation>
    </message>
    <message>
        <source>suggested</source>
        <translation>مقترح</translation>
    </message>
    <message>
        <source>{kind}, {state}</source>
        <translation>{kind}، {state}</translation>
    </message>
</context>
<context>
    <name>AssignDialog</name>
    <message>
        <source>Annotators</source>
        <translation>الواسمون</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>إسناد</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>No tick: assigned to nobody.</source>
        <translation>بلا اختيار: لا تُسند إلى أحد.</translation>
    </message>
    <message>
        <source>Other names, with commas between them</source>
        <translation>أسماء أخرى تفصل بينها فواصل</translation>
    </message>
    <message numerus="yes">
        <source>Who annotates %n article(s)?</source>
        <translation>
            <numerusform>من يسم المقالات؟</numerusform>
            <numerusform>من يسم هذا المقال؟</numerusform>
            <numerusform>من يسم هذين المقالين؟</numerusform>
            <numerusform>من يسم هذه المقالات الـ%n؟</numerusform>
            <numerusform>من يسم هذه المقالات الـ%n؟</numerusform>
            <numerusform>من يسم هذه المقالات الـ%n؟</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Batching</name>
    <message numerus="yes">
        <source>%n place(s) stay as decided since.</source>
        <translation>
            <numerusform>لا يبقى أي موضع على حاله.</numerusform>
            <numerusform>يبقى موضع واحد كما قُرّر بعد ذلك.</numerusform>
            <numerusform>يبقى موضعان كما قُرّرا بعد ذلك.</numerusform>
            <numerusform>تبقى %n مواضع كما قُرّرت بعد ذلك.</numerusform>
            <numerusform>يبقى %n موضعًا كما قُرّرت بعد ذلك.</numerusform>
            <numerusform>يبقى %n موضع كما قُرّرت بعد ذلك.</numerusform>
        </translation>
    </message>
    <message>
        <source>Doing it again…</source>
        <translation>جارٍ تنفيذها من جديد…</translation>
    </message>
    <message numerus="yes">
        <source>Done again in %n article(s).</source>
        <translation>
            <numerusform>لم يُعد تنفيذها في أي مقال.</numerusform>
            <numerusform>أُعيد تنفيذها في مقال واحد.</numerusform>
            <numerusform>أُعيد تنفيذها في مقالين.</numerusform>
            <numerusform>أُعيد تنفيذها في %n مقالات.</numerusform>
            <numerusform>أُعيد تنفيذها في %n مقالًا.</numerusform>
            <numerusform>أُعيد تنفيذها في %n مقال.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped; nothing has changed.</source>
        <translation>أُوقف؛ لم يتغير شيء.</translation>
    </message>
    <message numerus="yes">
        <source>Taken back in %n article(s).</source>
        <translation>
            <numerusform>لم يُتراجع عنها في أي مقال.</numerusform>
            <numerusform>جرى التراجع عنها في مقال واحد.</numerusform>
            <numerusform>جرى التراجع عنها في مقالين.</numerusform>
            <numerusform>جرى التراجع عنها في %n مقالات.</numerusform>
            <numerusform>جرى التراجع عنها في %n مقالًا.</numerusform>
            <numerusform>جرى التراجع عنها في %n مقال.</numerusform>
        </translation>
    </message>
    <message>
        <source>Taking it back in every article…</source>
        <translation>جارٍ التراجع عنها في كل المقالات…</translation>
    </message>
</context>
<context>
    <name>BugDialog</name>
    <message>
        <source>An error in the program</source>
        <translation>خطأ في البرنامج</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>نسخ التفاصيل</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>التفاصيل</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Something went wrong inside the program. Your work is safe: every decision was saved when you took it. Please send the details below to whoever looks after the program; you can go on working.</source>
        <translation>حدث خطأ داخل البرنامج. عملك سليم: كل قرار حُفظ لحظة اتخاذه. أرسل التفاصيل أدناه من فضلك إلى القائم على البرنامج، ويمكنك متابعة العمل.</translation>
    </message>
    <message>
        <source>The log is in {path}</source>
        <translation>سجل التشغيل في {path}</translation>
    </message>
</context>
<context>
    <name>ByHand</name>
    <message>
        <source>The boundary cannot move further.</source>
        <translation>لا يمكن نقل الحد أبعد من ذلك.</translation>
    </message>
    <message>
        <source>This annotator marked nothing here.</source>
        <translation>لم يعلّم هذا الواسم شيئًا هنا.</translation>
    </message>
</context>
<context>
    <name>Choices</name>
    <message>
        <source>A model is built in: suggestions come at once, without the network. CAMeL&apos;s model finds more names; it is a download of about 540 MB, now or later.</source>
        <translation>في البرنامج نموذج مدمج: تأتي الاقتراحات فورًا وبلا شبكة. ونموذج CAMeL يجد أسماء أكثر؛ تنزيله نحو 540 ميغابايت، الآن أو لاحقًا.</translation>
    </message>
    <message>
        <source>A model is built in: suggestions come at once, without the network. CAMeL&apos;s model, which finds more names, needs the full program (annotator-full).</source>
        <translation>في البرنامج نموذج مدمج: تأتي الاقتراحات فورًا وبلا شبكة. أما نموذج CAMeL، الذي يجد أعلامًا أكثر، فيحتاج إلى البرنامج الكامل (annotator-full).</translation>
    </message>
    <message>
        <source>At the start</source>
        <translation>عند البدء</translation>
    </message>
    <message>
        <source>CAMeL&apos;s model is on this machine and takes part in the suggestions.</source>
        <translation>نموذج CAMeL على هذا الجهاز، ويشارك في الاقتراحات.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Model of names</source>
        <translation>نموذج الأسماء</translation>
    </message>
    <message>
        <source>Open the last project when annotator starts</source>
        <translation>فتح آخر مشروع عند بدء annotator</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>اسمك</translation>
    </message>
    <message>
        <source>stands beside every decision, in files that go to others too</source>
        <translation>يُكتب بجانب كل قرار، وفي الملفات التي تُرسل إلى غيرك أيضًا</translation>
    </message>
</context>
<context>
    <name>ColumnsDialog</name>
    <message numerus="yes">
        <source>%n more file(s) have the same columns; it holds for them too.</source>
        <translation>
            <numerusform>لا ملفات أخرى لها الأعمدة نفسها.</numerusform>
            <numerusform>ملف آخر له الأعمدة نفسها، ويسري عليه الاختيار.</numerusform>
            <numerusform>ملفان آخران لهما الأعمدة نفسها، ويسري عليهما الاختيار.</numerusform>
            <numerusform>%n ملفات أخرى لها الأعمدة نفسها، ويسري عليها الاختيار.</numerusform>
            <numerusform>%n ملفًا آخر له الأعمدة نفسها، ويسري عليها الاختيار.</numerusform>
            <numerusform>%n ملف آخر له الأعمدة نفسها، ويسري عليها الاختيار.</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the items of a list</comment>
        <translation>، </translation>
    </message>
    <message>
        <source>All other columns go to the metadata of the articles.</source>
        <translation>كل الأعمدة الأخرى تذهب إلى البيانات الوصفية للمقالات.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Choose a column</source>
        <translation>اختر عمودًا</translation>
    </message>
    <message>
        <source>First rows</source>
        <translation>الصفوف الأولى</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>المعرّف</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>استيراد</translation>
    </message>
    <message>
        <source>None</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>النص</translation>
    </message>
    <message>
        <source>The names of the columns of {file} do not tell all.</source>
        <translation>أسماء أعمدة {file} لا تدل على كل محتواها.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Which columns hold what?</source>
        <translation>ماذا في كل عمود؟</translation>
    </message>
</context>
<context>
    <name>Comfort</name>
    <message>
        <source>Size {percent}%</source>
        <translation>الحجم {percent}%</translation>
    </message>
</context>
<context>
    <name>ConcordanceDialog</name>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>لا مواضع</numerusform>
            <numerusform>موضع واحد</numerusform>
            <numerusform>موضعان</numerusform>
            <numerusform>%n مواضع</numerusform>
            <numerusform>%n موضعًا</numerusform>
            <numerusform>%n موضع</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s) so far…</source>
        <translation>
            <numerusform>لا مواضع حتى الآن…</numerusform>
            <numerusform>موضع واحد حتى الآن…</numerusform>
            <numerusform>موضعان حتى الآن…</numerusform>
            <numerusform>%n مواضع حتى الآن…</numerusform>
            <numerusform>%n موضعًا حتى الآن…</numerusform>
            <numerusform>%n موضع حتى الآن…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) labelled: {label}</source>
        <translation>
            <numerusform>لم يُصنّف سطر: {label}</numerusform>
            <numerusform>صُنّف سطر واحد: {label}</numerusform>
            <numerusform>صُنّف سطران: {label}</numerusform>
            <numerusform>صُنّفت %n سطور: {label}</numerusform>
            <numerusform>صُنّف %n سطرًا: {label}</numerusform>
            <numerusform>صُنّف %n سطر: {label}</numerusform>
        </translation>
    </message>
    <message>
        <source>Done again.</source>
        <translation>أُعيد.</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>لا نتائج.</translation>
    </message>
    <message>
        <source>Nothing found. Fewer words, or a * at the end of one, find more.</source>
        <translation>لا نتائج. كلمات أقل، أو * في آخر الكلمة، تجد أكثر.</translation>
    </message>
    <message>
        <source>Search all articles</source>
        <translation>البحث في كل المقالات</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>تم التراجع.</translation>
    </message>
    <message>
        <source>Type words above: each place where they stand is listed with what is around it, however it is spelt.</source>
        <translation>اكتب كلمات في الأعلى: يُعرض كل موضع ترد فيه مع سياقه، كيفما كُتبت.</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>ما عُثر عليه</translation>
    </message>
    <message>
        <source>Words to search for in all articles</source>
        <translation>الكلمات المطلوبة في كل المقالات</translation>
    </message>
    <message numerus="yes">
        <source>in %n article(s)</source>
        <translation>
            <numerusform>في أي مقال</numerusform>
            <numerusform>في مقال واحد</numerusform>
            <numerusform>في مقالين</numerusform>
            <numerusform>في %n مقالات</numerusform>
            <numerusform>في %n مقالًا</numerusform>
            <numerusform>في %n مقال</numerusform>
        </translation>
    </message>
    <message>
        <source>there are more: narrow the search</source>
        <translation>هناك المزيد: ضيّق البحث</translation>
    </message>
    <message>
        <source>two words · &quot;side by side&quot; · begin* · this | that · -without</source>
        <translation>كلمتان · &quot;متجاورتان&quot; · بداية* · هذا | ذاك · -بدون</translation>
    </message>
    <message>
        <source>{enter} opens  ·  {keys} label  ·  {undo} takes back</source>
        <translation>{enter} يفتح  ·  {keys} تصنّف  ·  {undo} يتراجع</translation>
    </message>
</context>
<context>
    <name>ConsistencyDialog</name>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>لا مخالفات</numerusform>
            <numerusform>مخالفة واحدة</numerusform>
            <numerusform>مخالفتان</numerusform>
            <numerusform>%n مخالفات</numerusform>
            <numerusform>%n مخالفة</numerusform>
            <numerusform>%n مخالفة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s) mended.</source>
        <translation>
            <numerusform>لم تُصلح أي مخالفة.</numerusform>
            <numerusform>أُصلحت مخالفة واحدة.</numerusform>
            <numerusform>أُصلحت مخالفتان.</numerusform>
            <numerusform>أُصلحت %n مخالفات.</numerusform>
            <numerusform>أُصلحت %n مخالفة.</numerusform>
            <numerusform>أُصلحت %n مخالفة.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s) will not be found again.</source>
        <translation>
            <numerusform>لا شيء.</numerusform>
            <numerusform>لن تظهر هذه المخالفة ثانية.</numerusform>
            <numerusform>لن تظهر هاتان المخالفتان ثانية.</numerusform>
            <numerusform>لن تظهر %n مخالفات ثانية.</numerusform>
            <numerusform>لن تظهر %n مخالفة ثانية.</numerusform>
            <numerusform>لن تظهر %n مخالفة ثانية.</numerusform>
        </translation>
    </message>
    <message>
        <source>All articles</source>
        <translation>كل المقالات</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>فحص من جديد</translation>
    </message>
    <message>
        <source>Checking… {percent}%</source>
        <translation>جارٍ الفحص… {percent}%</translation>
    </message>
    <message>
        <source>Consistency</source>
        <translation>الاتساق</translation>
    </message>
    <message>
        <source>Do what the arrow says, for all that is selected</source>
        <translation>ينفّذ ما يشير إليه السهم في كل ما اختير</translation>
    </message>
    <message>
        <source>Done again.</source>
        <translation>أُعيد التنفيذ.</translation>
    </message>
    <message>
        <source>Every kind</source>
        <translation>كل الأنواع</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>المخالفات</translation>
    </message>
    <message>
        <source>It has changed since; nothing was mended.</source>
        <translation>تغيّر الموضع منذ الفحص؛ لم يُصلح شيء.</translation>
    </message>
    <message>
        <source>It is right as it is; it is not found here again</source>
        <translation>هو صحيح كما هو، فلا يظهر هنا ثانية</translation>
    </message>
    <message>
        <source>Mend</source>
        <translation>إصلاح</translation>
    </message>
    <message>
        <source>No name is labelled two ways, ends in two ways or is left out where it is labelled elsewhere.</source>
        <translation>لا اسم له تصنيفان أو حدّان، ولا اسم تُرك وهو مصنّف في موضع آخر.</translation>
    </message>
    <message>
        <source>Nothing contradicts itself.</source>
        <translation>لا شيء يخالف غيره.</translation>
    </message>
    <message>
        <source>Nothing like it is found again for this name, wherever it stands</source>
        <translation>لا يظهر مثله لهذا الاسم ثانية حيثما ورد</translation>
    </message>
    <message>
        <source>Right everywhere</source>
        <translation>صحيح حيثما ورد</translation>
    </message>
    <message>
        <source>Right here</source>
        <translation>صحيح هنا</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>عرض</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>أُوقف الفحص.</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>تم التراجع.</translation>
    </message>
    <message>
        <source>This article</source>
        <translation>هذا المقال</translation>
    </message>
    <message>
        <source>What is checked</source>
        <translation>ما يُفحص</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>ما يُعرض</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>ما وُجد</translation>
    </message>
    <message numerus="yes">
        <source>in %n article(s)</source>
        <translation>
            <numerusform>في أي مقال</numerusform>
            <numerusform>في مقال واحد</numerusform>
            <numerusform>في مقالين</numerusform>
            <numerusform>في %n مقالات</numerusform>
            <numerusform>في %n مقالًا</numerusform>
            <numerusform>في %n مقال</numerusform>
        </translation>
    </message>
    <message>
        <source>there are more: mend these, then check again</source>
        <translation>وهناك غيرها: أصلح هذه ثم افحص من جديد</translation>
    </message>
</context>
<context>
    <name>Copying</name>
    <message>
        <source>A copy is in {path}</source>
        <translation>النسخة في {path}</translation>
    </message>
    <message>
        <source>Copying…</source>
        <translation>جارٍ النسخ…</translation>
    </message>
    <message>
        <source>Stopped; no copy was made.</source>
        <translation>أُوقف النسخ، ولم تُصنع نسخة.</translation>
    </message>
</context>
<context>
    <name>Correcting</name>
    <message>
        <source>No correction is left in this article.</source>
        <translation>لم يبقَ تصحيح في هذا المقال.</translation>
    </message>
</context>
<context>
    <name>CorrectionsPage</name>
    <message>
        <source>&amp;Understood</source>
        <translation>&amp;فهمت</translation>
    </message>
    <message>
        <source>By the rule: {rule}</source>
        <translation>بالقاعدة: {rule}</translation>
    </message>
    <message>
        <source>Corrections of this article</source>
        <translation>تصحيحات هذا المقال</translation>
    </message>
    <message>
        <source>Decided by {name}</source>
        <translation>قرّره {name}</translation>
    </message>
    <message>
        <source>It was: {what}</source>
        <translation>كان: {what}</translation>
    </message>
    <message>
        <source>Keep &amp;mine</source>
        <translation>أُبقي ما &amp;عندي</translation>
    </message>
    <message>
        <source>No corrections here. They come with the file that a reviewer sends back.</source>
        <translation>لا تصحيحات هنا. تأتي مع الملف الذي يعيده المراجع.</translation>
    </message>
    <message>
        <source>Now: nothing is marked here</source>
        <translation>الآن: لا شيء موسوم هنا</translation>
    </message>
    <message>
        <source>nothing marked</source>
        <translation>بلا وسم</translation>
    </message>
</context>
<context>
    <name>DecisionStrip</name>
    <message>
        <source>This disagreement</source>
        <translation>هذا الاختلاف</translation>
    </message>
</context>
<context>
    <name>Describing</name>
    <message numerus="yes">
        <source>%n article(s) changed.</source>
        <translation>
            <numerusform>لم يتغيّر أيّ مقال.</numerusform>
            <numerusform>تغيّر مقال واحد.</numerusform>
            <numerusform>تغيّر مقالان.</numerusform>
            <numerusform>تغيّرت %n مقالات.</numerusform>
            <numerusform>تغيّر %n مقالًا.</numerusform>
            <numerusform>تغيّر %n مقال.</numerusform>
        </translation>
    </message>
    <message>
        <source>Saving tags…</source>
        <translation>جارٍ حفظ الشارات…</translation>
    </message>
    <message>
        <source>Saving who annotates what…</source>
        <translation>جارٍ حفظ الإسناد…</translation>
    </message>
    <message numerus="yes">
        <source>Setting the status of %n article(s)…</source>
        <translation>
            <numerusform>تُضبط الحالة…</numerusform>
            <numerusform>تُضبط حالة مقال واحد…</numerusform>
            <numerusform>تُضبط حالة مقالين…</numerusform>
            <numerusform>تُضبط حالة %n مقالات…</numerusform>
            <numerusform>تُضبط حالة %n مقالًا…</numerusform>
            <numerusform>تُضبط حالة %n مقال…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Articles are being imported; the language changes with the next window.</source>
        <translation>المقالات قيد الاستيراد؛ تتغير اللغة عند فتح النافذة القادمة.</translation>
    </message>
</context>
<context>
    <name>DetailsDialog</name>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>بلا أحرف</numerusform>
            <numerusform>حرف واحد</numerusform>
            <numerusform>حرفان</numerusform>
            <numerusform>%n أحرف</numerusform>
            <numerusform>%n حرفًا</numerusform>
            <numerusform>%n حرف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sentence(s)</source>
        <translation>
            <numerusform>بلا جمل</numerusform>
            <numerusform>جملة واحدة</numerusform>
            <numerusform>جملتان</numerusform>
            <numerusform>%n جمل</numerusform>
            <numerusform>%n جملة</numerusform>
            <numerusform>%n جملة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>بلا كلمات</numerusform>
            <numerusform>كلمة واحدة</numerusform>
            <numerusform>كلمتان</numerusform>
            <numerusform>%n كلمات</numerusform>
            <numerusform>%n كلمة</numerusform>
            <numerusform>%n كلمة</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a line</source>
        <translation>إضافة سطر</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>المقال</translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation>مسند إلى</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Every line of the metadata needs a name of its own.</source>
        <translation>يلزم كلّ سطر من البيانات الوصفية اسمٌ خاصّ به.</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>المعرّف</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>البيانات الوصفية</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>الملاحظة</translation>
    </message>
    <message>
        <source>Remove the line</source>
        <translation>حذف السطر</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>‏SHA-256</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>الشارات</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>النص</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>القيمة</translation>
    </message>
    <message>
        <source>With commas between them</source>
        <translation>تفصل بينها فواصل</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>لا أحد</translation>
    </message>
</context>
<context>
    <name>DownloadLine</name>
    <message numerus="yes">
        <source>%n minute(s) left</source>
        <translation>
            <numerusform>بقي أقل من دقيقة</numerusform>
            <numerusform>بقيت دقيقة</numerusform>
            <numerusform>بقيت دقيقتان</numerusform>
            <numerusform>بقيت %n دقائق</numerusform>
            <numerusform>بقيت %n دقيقة</numerusform>
            <numerusform>بقيت %n دقيقة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s) left</source>
        <translation>
            <numerusform>لم يبقَ شيء</numerusform>
            <numerusform>بقيت ثانية</numerusform>
            <numerusform>بقيت ثانيتان</numerusform>
            <numerusform>بقيت %n ثوانٍ</numerusform>
            <numerusform>بقيت %n ثانية</numerusform>
            <numerusform>بقيت %n ثانية</numerusform>
        </translation>
    </message>
    <message>
        <source>Download</source>
        <translation>تنزيل</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>{amount} a second</source>
        <translation>{amount} في الثانية</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} من {total}</translation>
    </message>
</context>
<context>
    <name>EncodingDialog</name>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Encoding of {file}</source>
        <translation>ترميز {file}</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>استيراد</translation>
    </message>
    <message>
        <source>In which encoding are these files?</source>
        <translation>بأي ترميز كُتبت هذه الملفات؟</translation>
    </message>
    <message>
        <source>These files are not UTF-8. Choose what makes their text read right.</source>
        <translation>هذه الملفات ليست بترميز UTF-8. اختر الترميز الذي يُقرأ به نصها صحيحًا.</translation>
    </message>
</context>
<context>
    <name>ErrorDialog</name>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>That did not work</source>
        <translation>لم ينجح ذلك</translation>
    </message>
</context>
<context>
    <name>EveryDialog</name>
    <message numerus="yes">
        <source>%n conflict(s)</source>
        <translation>
            <numerusform>لا تعارض</numerusform>
            <numerusform>تعارض واحد</numerusform>
            <numerusform>تعارضان</numerusform>
            <numerusform>%n تعارضات</numerusform>
            <numerusform>%n تعارضًا</numerusform>
            <numerusform>%n تعارض</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n occurrence(s)</source>
        <translation>
            <numerusform>لا موضع</numerusform>
            <numerusform>موضع واحد</numerusform>
            <numerusform>موضعان</numerusform>
            <numerusform>%n مواضع</numerusform>
            <numerusform>%n موضعًا</numerusform>
            <numerusform>%n موضع</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticked</source>
        <translation>
            <numerusform>لا شيء محدّد</numerusform>
            <numerusform>واحد محدّد</numerusform>
            <numerusform>اثنان محدّدان</numerusform>
            <numerusform>%n محدّدة</numerusform>
            <numerusform>%n محدّدًا</numerusform>
            <numerusform>%n محدّد</numerusform>
        </translation>
    </message>
    <message>
        <source>All without conflicts</source>
        <translation>كل ما لا تعارض فيه</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Leaves out other forms of alef, ya and ta marbuta; diacritics do not matter</source>
        <translation>يستبعد الصور الأخرى للألف والياء والتاء المربوطة؛ ولا أثر للتشكيل</translation>
    </message>
    <message>
        <source>Looking for occurrences</source>
        <translation>البحث عن المواضع</translation>
    </message>
    <message>
        <source>None</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>Opens the article there; the ticks are kept</source>
        <translation>يفتح المقال عند الموضع، ويبقى ما حُدّد محدّدًا</translation>
    </message>
    <message>
        <source>Show the place  {key}</source>
        <translation>عرض الموضع  {key}</translation>
    </message>
    <message>
        <source>Tick all</source>
        <translation>تحديد الكل</translation>
    </message>
    <message>
        <source>Where to look</source>
        <translation>أين يُبحث</translation>
    </message>
    <message>
        <source>in all articles</source>
        <translation>في كل المقالات</translation>
    </message>
    <message>
        <source>in this article</source>
        <translation>في هذا المقال</translation>
    </message>
    <message>
        <source>only with the same letters</source>
        <translation>بالحروف نفسها فقط</translation>
    </message>
    <message>
        <source>{key} changes it too</source>
        <translation>يغيّره المفتاح {key} أيضًا</translation>
    </message>
</context>
<context>
    <name>EveryModel</name>
    <message>
        <source>not ticked</source>
        <translation>غير محدد</translation>
    </message>
    <message>
        <source>ticked</source>
        <translation>محدّد</translation>
    </message>
</context>
<context>
    <name>EveryView</name>
    <message>
        <source>Occurrences</source>
        <translation>المواضع</translation>
    </message>
</context>
<context>
    <name>Everywhere</name>
    <message numerus="yes">
        <source>%n occurrence(s) labelled.</source>
        <translation>
            <numerusform>لم يُصنّف أي موضع.</numerusform>
            <numerusform>صُنّف موضع واحد.</numerusform>
            <numerusform>صُنّف موضعان.</numerusform>
            <numerusform>صُنّفت %n مواضع.</numerusform>
            <numerusform>صُنّف %n موضعًا.</numerusform>
            <numerusform>صُنّف %n موضع.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n occurrence(s) relabelled.</source>
        <translation>
            <numerusform>لم يتغير تصنيف أي موضع.</numerusform>
            <numerusform>تغيّر تصنيف موضع واحد.</numerusform>
            <numerusform>تغيّر تصنيف موضعين.</numerusform>
            <numerusform>تغيّر تصنيف %n مواضع.</numerusform>
            <numerusform>تغيّر تصنيف %n موضعًا.</numerusform>
            <numerusform>تغيّر تصنيف %n موضع.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n occurrence(s) unlabelled.</source>
        <translation>
            <numerusform>لم يُرفع التصنيف عن أي موضع.</numerusform>
            <numerusform>رُفع التصنيف عن موضع واحد.</numerusform>
            <numerusform>رُفع التصنيف عن موضعين.</numerusform>
            <numerusform>رُفع التصنيف عن %n مواضع.</numerusform>
            <numerusform>رُفع التصنيف عن %n موضعًا.</numerusform>
            <numerusform>رُفع التصنيف عن %n موضع.</numerusform>
        </translation>
    </message>
    <message>
        <source>Saving in all articles…</source>
        <translation>جارٍ الحفظ في كل المقالات…</translation>
    </message>
    <message numerus="yes">
        <source>That was in %n article(s).</source>
        <translation>
            <numerusform>لم يمسّ ذلك أي مقال.</numerusform>
            <numerusform>كان ذلك في مقال واحد.</numerusform>
            <numerusform>كان ذلك في مقالين.</numerusform>
            <numerusform>كان ذلك في %n مقالات.</numerusform>
            <numerusform>كان ذلك في %n مقالًا.</numerusform>
            <numerusform>كان ذلك في %n مقال.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no word here; select some, or go to an entity.</source>
        <translation>لا كلمة هنا؛ حدّد كلمات أو انتقل إلى كيان.</translation>
    </message>
    <message>
        <source>This project has no labels.</source>
        <translation>لا تصنيفات في هذا المشروع.</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Browse…</source>
        <translation>تصفّح…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Check only</source>
        <translation>فحص فقط</translation>
    </message>
    <message>
        <source>Everybody&apos;s</source>
        <translation>عمل الجميع</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>تصدير</translation>
    </message>
    <message>
        <source>File</source>
        <translation>الملف</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>الصيغة</translation>
    </message>
    <message>
        <source>Lists what would be lost, and writes nothing</source>
        <translation>يسرد ما سيُفقد، ولا يكتب شيئًا</translation>
    </message>
    <message>
        <source>Mine ({name})</source>
        <translation>عملي ({name})</translation>
    </message>
    <message>
        <source>This is a folder; give the name of a file.</source>
        <translation>هذا مجلد؛ اكتب اسم ملف.</translation>
    </message>
    <message>
        <source>Whose work</source>
        <translation>عمل مَن</translation>
    </message>
    <message>
        <source>Will be replaced: {names}</source>
        <translation>سيُستبدل: {names}</translation>
    </message>
</context>
<context>
    <name>FiguresDialog</name>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>لا مقالات</numerusform>
            <numerusform>مقال واحد</numerusform>
            <numerusform>مقالان</numerusform>
            <numerusform>%n مقالات</numerusform>
            <numerusform>%n مقالًا</numerusform>
            <numerusform>%n مقال</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) finished</source>
        <translation>
            <numerusform>لم يُنجَز أي مقال</numerusform>
            <numerusform>أُنجز مقال واحد</numerusform>
            <numerusform>أُنجز مقالان</numerusform>
            <numerusform>أُنجزت %n مقالات</numerusform>
            <numerusform>أُنجز %n مقالًا</numerusform>
            <numerusform>أُنجز %n مقال</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s)</source>
        <translation>
            <numerusform>لا قرارات</numerusform>
            <numerusform>قرار واحد</numerusform>
            <numerusform>قراران</numerusform>
            <numerusform>%n قرارات</numerusform>
            <numerusform>%n قرارًا</numerusform>
            <numerusform>%n قرار</numerusform>
        </translation>
    </message>
    <message>
        <source>All the time</source>
        <translation>كل الوقت</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>الواسم</translation>
    </message>
    <message>
        <source>As &amp;tables</source>
        <translation>في &amp;جداول</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>الجميع</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>المدة</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>التقدّم</translation>
    </message>
    <message>
        <source>The last 30 days</source>
        <translation>آخر 30 يومًا</translation>
    </message>
    <message>
        <source>The last 365 days</source>
        <translation>آخر 365 يومًا</translation>
    </message>
    <message>
        <source>The last 7 days</source>
        <translation>آخر 7 أيام</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>{time} at work</source>
        <translation>{time} من العمل</translation>
    </message>
    <message>
        <source>{time} for an article (median)</source>
        <translation>{time} للمقال (الوسيط)</translation>
    </message>
</context>
<context>
    <name>FiguresPane</name>
    <message>
        <source>Agreement</source>
        <translation>الاتفاق</translation>
    </message>
    <message>
        <source>All articles</source>
        <translation>كل المقالات</translation>
    </message>
    <message>
        <source>Every two annotators added up, the earlier one in the rows.</source>
        <translation>مجموع كل واسمَين، والأول منهما في الصفوف.</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>التصنيفات</translation>
    </message>
    <message>
        <source>Labels against labels</source>
        <translation>التصنيفات بعضها إزاء بعض</translation>
    </message>
    <message>
        <source>More figures</source>
        <translation>أرقام أخرى</translation>
    </message>
    <message>
        <source>Rows: {rows}. Columns: {columns}.</source>
        <translation>الصفوف: {rows}. الأعمدة: {columns}.</translation>
    </message>
    <message>
        <source>This article</source>
        <translation>هذا المقال</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>المسار</translation>
    </message>
    <message>
        <source>What is measured</source>
        <translation>ما يُقاس</translation>
    </message>
    <message>
        <source>{one} against {other}: {count}</source>
        <translation>{one} إزاء {other}: {count}</translation>
    </message>
    <message>
        <source>– means: nothing marked.</source>
        <translation>والعلامة – تعني: لا وسم.</translation>
    </message>
</context>
<context>
    <name>Figuring</name>
    <message>
        <source>Reading the review…</source>
        <translation>جارٍ قراءة المراجعة…</translation>
    </message>
</context>
<context>
    <name>FilesModel</name>
    <message>
        <source>Articles</source>
        <translation>المقالات</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>الترميز</translation>
    </message>
    <message>
        <source>File</source>
        <translation>الملف</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>الصيغة</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>رُفض</translation>
    </message>
    <message>
        <source>Repaired</source>
        <translation>أُصلح</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Close; the hit stays selected</source>
        <translation>إغلاق، ويبقى الموضع محدّدًا</translation>
    </message>
    <message>
        <source>Diacritics, tatweel and the forms of alef, hamza, ya and ta marbuta count</source>
        <translation>يُراعى التشكيل والتطويل وصور الألف والهمزة والياء والتاء المربوطة</translation>
    </message>
    <message>
        <source>Exact spelling</source>
        <translation>بالرسم نفسه</translation>
    </message>
    <message>
        <source>Find in the article</source>
        <translation>البحث في المقال</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>الموضع التالي</translation>
    </message>
    <message>
        <source>Not in the middle of a word</source>
        <translation>لا في وسط كلمة</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>لا نتائج</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>الموضع السابق</translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>كلمات كاملة</translation>
    </message>
    <message>
        <source>{number} of {hits}</source>
        <translation>{number} من {hits}</translation>
    </message>
    <message>
        <source>{number} of {hits} or more</source>
        <translation>{number} من {hits} أو أكثر</translation>
    </message>
</context>
<context>
    <name>FontDialog</name>
    <message>
        <source>&amp;Every font, with Arabic or without</source>
        <translation>&amp;كل الخطوط، العربية وغيرها</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Font of the article</source>
        <translation>خط المقال</translation>
    </message>
    <message>
        <source>Fonts</source>
        <translation>الخطوط</translation>
    </message>
    <message>
        <source>The best one installed ({name})</source>
        <translation>أفضل المتوفر ({name})</translation>
    </message>
    <message>
        <source>Use this font</source>
        <translation>استعمال هذا الخط</translation>
    </message>
</context>
<context>
    <name>GainPlot</name>
    <message>
        <source>F1 on held-back articles, before and after</source>
        <translation>مقياس F1 على المقالات المحجوبة، قبل التعلّم وبعده</translation>
    </message>
</context>
<context>
    <name>GoingDialog</name>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Its spans become this label:</source>
        <translation>تصير مقاطعه بهذا التصنيف:</translation>
    </message>
    <message>
        <source>Label that takes the spans over</source>
        <translation>التصنيف الذي تنتقل إليه المقاطع</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>دمج</translation>
    </message>
    <message>
        <source>Merge “{name}”</source>
        <translation>دمج «{name}»</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <source>Remove “{name}”</source>
        <translation>إزالة «{name}»</translation>
    </message>
    <message>
        <source>What becomes of its spans? They</source>
        <translation>ما مصير مقاطعه؟</translation>
    </message>
    <message>
        <source>are rejected; what was marked by hand is removed</source>
        <translation>تُرفض، ويُزال ما وُسم منها يدويًا</translation>
    </message>
    <message>
        <source>become this label:</source>
        <translation>تصير بهذا التصنيف:</translation>
    </message>
    <message>
        <source>keep it, as a label that the set does not know</source>
        <translation>تحتفظ به تصنيفًا لا تعرفه المجموعة</translation>
    </message>
</context>
<context>
    <name>GuidelinesPage</name>
    <message>
        <source>Back to the text of the program</source>
        <translation>العودة إلى نص البرنامج</translation>
    </message>
    <message>
        <source>Done (Esc)</source>
        <translation>تم (Esc)</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>تحرير</translation>
    </message>
    <message>
        <source>Export guidelines</source>
        <translation>تصدير الإرشادات</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>تصدير…</translation>
    </message>
    <message>
        <source>Guidelines</source>
        <translation>الإرشادات</translation>
    </message>
    <message>
        <source>Guidelines, as Markdown</source>
        <translation>الإرشادات بصيغة Markdown</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>استيراد…</translation>
    </message>
    <message>
        <source>More</source>
        <translation>المزيد</translation>
    </message>
    <message>
        <source>Whole text</source>
        <translation>النص كله</translation>
    </message>
</context>
<context>
    <name>HistoryDelegate</name>
    <message>
        <source>in several articles</source>
        <translation>في عدّة مقالات</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>The article as it came</source>
        <translation>المقال كما ورد</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>و{count} غيرها</translation>
    </message>
    <message>
        <source>came by itself</source>
        <translation>جاء من تلقاء نفسه</translation>
    </message>
    <message>
        <source>in several articles</source>
        <translation>في عدّة مقالات</translation>
    </message>
    <message>
        <source>the state now</source>
        <translation>الحال الآن</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>متراجَع عنه</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>No article is open.</source>
        <translation>لا مقال مفتوح.</translation>
    </message>
    <message>
        <source>Nothing has been decided in this article yet.</source>
        <translation>لم يُحسم شيء في هذا المقال بعد.</translation>
    </message>
    <message>
        <source>Steps of this article, the newest first</source>
        <translation>خطوات هذا المقال، الأحدث أولًا</translation>
    </message>
</context>
<context>
    <name>KeyCatcher</name>
    <message>
        <source>The key</source>
        <translation>المفتاح</translation>
    </message>
</context>
<context>
    <name>KeyField</name>
    <message>
        <source>Press a key</source>
        <translation>اضغط مفتاحًا</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>المفاتيح</translation>
    </message>
</context>
<context>
    <name>KeyTable</name>
    <message>
        <source>Action</source>
        <translation>الأمر</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>المفاتيح</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>القائمة</translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>&amp;Add…</source>
        <translation>إ&amp;ضافة…</translation>
    </message>
    <message>
        <source>&amp;Change…</source>
        <translation>ت&amp;غيير…</translation>
    </message>
    <message>
        <source>&amp;Keep it there</source>
        <translation>إ&amp;بقاؤه هناك</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>إ&amp;عادة</translation>
    </message>
    <message>
        <source>&amp;Take it over</source>
        <translation>&amp;أخذه</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>الأوامر ومفاتيحها</translation>
    </message>
    <message>
        <source>Esc leaves it as it is.</source>
        <translation>المفتاح Esc يبقيه كما هو.</translation>
    </message>
    <message>
        <source>In the list: Enter changes the key, Insert adds one, Delete removes all.</source>
        <translation>في القائمة: Enter يغيّر المفتاح، وInsert يضيف مفتاحًا، وDelete يزيل الكل.</translation>
    </message>
    <message>
        <source>No action and no key fits these words.</source>
        <translation>لا أمر ولا مفتاح يوافق هذه الكلمات.</translation>
    </message>
    <message>
        <source>Press a further key for {action}.</source>
        <translation>اضغط مفتاحًا آخر لـ{action}.</translation>
    </message>
    <message>
        <source>Press another one, or Esc.</source>
        <translation>اضغط غيره، أو Esc.</translation>
    </message>
    <message>
        <source>Press the new key of {action}.</source>
        <translation>اضغط المفتاح الجديد لـ{action}.</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>إ&amp;زالة</translation>
    </message>
    <message>
        <source>Reset a&amp;ll</source>
        <translation>إعادة ال&amp;كل</translation>
    </message>
    <message>
        <source>Search actions and keys</source>
        <translation>ابحث في الأوامر والمفاتيح</translation>
    </message>
    <message>
        <source>The key of a label is changed in the label set.</source>
        <translation>مفتاح التصنيف يُغيّر في مجموعة التصنيفات.</translation>
    </message>
</context>
<context>
    <name>KwicView</name>
    <message>
        <source>Lines with what was found</source>
        <translation>سطور ما عُثر عليه</translation>
    </message>
</context>
<context>
    <name>LabelForm</name>
    <message>
        <source>Also called</source>
        <translation>أسماء أخرى</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>اختيار…</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>اللون</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>مثال</translation>
    </message>
    <message>
        <source>Id in files</source>
        <translation>المعرّف في الملفات</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>المفتاح</translation>
    </message>
    <message>
        <source>Name in Arabic</source>
        <translation>الاسم بالعربية</translation>
    </message>
    <message>
        <source>Name in English</source>
        <translation>الاسم بالإنجليزية</translation>
    </message>
    <message>
        <source>Other names in files, as in PERS, PERSON</source>
        <translation>أسماء أخرى في الملفات، مثل PERS وPERSON</translation>
    </message>
    <message>
        <source>What it covers, in Arabic</source>
        <translation>ما يشمله، بالعربية</translation>
    </message>
    <message>
        <source>What it covers, in English</source>
        <translation>ما يشمله، بالإنجليزية</translation>
    </message>
</context>
<context>
    <name>LabelPreview</name>
    <message>
        <source>Preview on a light and on a dark page</source>
        <translation>معاينة على صفحة فاتحة وأخرى داكنة</translation>
    </message>
</context>
<context>
    <name>LabelSetChoice</name>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Label sets</source>
        <translation>مجموعات التصنيفات</translation>
    </message>
    <message>
        <source>Labels of the new project</source>
        <translation>تصنيفات المشروع الجديد</translation>
    </message>
    <message>
        <source>Make the project</source>
        <translation>إنشاء المشروع</translation>
    </message>
    <message>
        <source>They can be changed at any time.</source>
        <translation>يمكن تغييرها في أي وقت.</translation>
    </message>
</context>
<context>
    <name>LabelSetDialog</name>
    <message>
        <source>Labels</source>
        <translation>التصنيفات</translation>
    </message>
    <message>
        <source>Write the label set</source>
        <translation>كتابة مجموعة التصنيفات</translation>
    </message>
</context>
<context>
    <name>LabelSetLayout</name>
    <message>
        <source>Add</source>
        <translation>إضافة</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>إلى أسفل</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>من ملف…</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>التصنيفات</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>دمج…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>إزالة…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Take a set</source>
        <translation>أخذ مجموعة</translation>
    </message>
    <message>
        <source>Take back the last change</source>
        <translation>التراجع عن آخر تغيير</translation>
    </message>
    <message>
        <source>The chosen label</source>
        <translation>التصنيف المختار</translation>
    </message>
    <message>
        <source>These labels need another key: {names}</source>
        <translation>هذه التصنيفات تحتاج إلى مفتاح آخر: {names}</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>إلى أعلى</translation>
    </message>
    <message>
        <source>Write to a file…</source>
        <translation>كتابة في ملف…</translation>
    </message>
</context>
<context>
    <name>Labelling</name>
    <message>
        <source>Changing labels…</source>
        <translation>تُغيّر التصنيفات…</translation>
    </message>
    <message numerus="yes">
        <source>Labels saved; %n article(s) changed.</source>
        <translation>
            <numerusform>حُفظت التصنيفات، ولم يتغير أي مقال.</numerusform>
            <numerusform>حُفظت التصنيفات، وتغير مقال واحد.</numerusform>
            <numerusform>حُفظت التصنيفات، وتغير مقالان.</numerusform>
            <numerusform>حُفظت التصنيفات، وتغيرت %n مقالات.</numerusform>
            <numerusform>حُفظت التصنيفات، وتغير %n مقالًا.</numerusform>
            <numerusform>حُفظت التصنيفات، وتغير %n مقال.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped; the labels are as they were.</source>
        <translation>أُوقف؛ والتصنيفات كما كانت.</translation>
    </message>
    <message>
        <source>Taking the last change of the labels back…</source>
        <translation>جارٍ التراجع عن آخر تغيير في التصنيفات…</translation>
    </message>
</context>
<context>
    <name>Leafing</name>
    <message>
        <source>Every article is done.</source>
        <translation>أُنجزت كل المقالات.</translation>
    </message>
    <message>
        <source>Every article of this list is done.</source>
        <translation>كل مقالات هذه القائمة منجزة.</translation>
    </message>
    <message>
        <source>No article is open. Choose one in the list.</source>
        <translation>لا مقال مفتوح. اختر مقالًا من القائمة.</translation>
    </message>
    <message>
        <source>This project has no articles yet.

{key} imports files: texts, web pages, tables, annotated articles. Or drop files and folders on this window.</source>
        <translation>لا مقالات في هذا المشروع بعد.

المفتاح {key} لاستيراد الملفات: نصوص وصفحات ويب وجداول ومقالات موسومة. أو أفلت ملفات أو مجلدات في هذه النافذة.</translation>
    </message>
</context>
<context>
    <name>LearnedDialog</name>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>F1 of names in articles held back from learning: ring before, dot after; faint where the new model was worse and not kept. Below: articles learned from.</source>
        <translation>مقياس F1 للأسماء في مقالات محجوبة عن التعلّم: الحلقة قبله والنقطة بعده؛ والباهت نموذج جديد أسوأ لم يُعتمد. وفي الأسفل عدد المقالات التي تعلّم منها.</translation>
    </message>
    <message>
        <source>Learn now</source>
        <translation>تعلّم الآن</translation>
    </message>
    <message>
        <source>Learning from the corrected articles…</source>
        <translation>يتعلّم من المقالات المصحّحة…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
    <message numerus="yes">
        <source>There is too little to learn from yet: it takes %n article(s) that are done.</source>
        <translation>
            <numerusform>ما يُتعلّم منه قليل بعد.</numerusform>
            <numerusform>ما يُتعلّم منه قليل بعد: يلزم مقال منجز.</numerusform>
            <numerusform>ما يُتعلّم منه قليل بعد: يلزم مقالان منجزان.</numerusform>
            <numerusform>ما يُتعلّم منه قليل بعد: تلزم %n مقالات منجزة.</numerusform>
            <numerusform>ما يُتعلّم منه قليل بعد: يلزم %n مقالًا منجزًا.</numerusform>
            <numerusform>ما يُتعلّم منه قليل بعد: يلزم %n مقال منجز.</numerusform>
        </translation>
    </message>
    <message>
        <source>What was learned</source>
        <translation>ما تعلّمه البرنامج</translation>
    </message>
</context>
<context>
    <name>Learning</name>
    <message>
        <source>F1 on held-back articles fell from {before} to {after}; the model stays.</source>
        <translation>انخفض مقياس F1 على المقالات المحجوبة من {before} إلى {after}؛ فبقي النموذج كما كان.</translation>
    </message>
    <message>
        <source>F1 on held-back articles went from {before} to {after}; the new model is used.</source>
        <translation>صار مقياس F1 على المقالات المحجوبة {after} بعد أن كان {before}؛ والنموذج الجديد هو المستعمل.</translation>
    </message>
    <message numerus="yes">
        <source>Learned from %n article(s).</source>
        <translation>
            <numerusform>لم يتعلّم من أي مقال.</numerusform>
            <numerusform>تعلّم من مقال واحد.</numerusform>
            <numerusform>تعلّم من مقالين.</numerusform>
            <numerusform>تعلّم من %n مقالات.</numerusform>
            <numerusform>تعلّم من %n مقالًا.</numerusform>
            <numerusform>تعلّم من %n مقال.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListPane</name>
    <message>
        <source>All</source>
        <translation>الكل</translation>
    </message>
    <message>
        <source>All articles</source>
        <translation>كل المقالات</translation>
    </message>
    <message>
        <source>Anybody apart</source>
        <translation>انفراد أيٍّ كان</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>المقالات</translation>
    </message>
    <message>
        <source>By kind</source>
        <translation>حسب النوع</translation>
    </message>
    <message>
        <source>By label</source>
        <translation>حسب التصنيف</translation>
    </message>
    <message>
        <source>Disagreements</source>
        <translation>الاختلافات</translation>
    </message>
    <message>
        <source>Every label</source>
        <translation>كل التصنيفات</translation>
    </message>
    <message>
        <source>Kinds of disagreements</source>
        <translation>أنواع الاختلافات</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>التصنيف</translation>
    </message>
    <message>
        <source>Least agreement first</source>
        <translation>الأقل اتفاقًا أولًا</translation>
    </message>
    <message>
        <source>Nothing here fits what is chosen above.</source>
        <translation>لا شيء هنا يوافق المختار أعلاه.</translation>
    </message>
    <message>
        <source>Only open ones</source>
        <translation>المفتوحة وحدها</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>الترتيب</translation>
    </message>
    <message>
        <source>Reading order</source>
        <translation>ترتيب القراءة</translation>
    </message>
    <message>
        <source>The annotators differ nowhere.</source>
        <translation>لا يختلف الواسمون في شيء.</translation>
    </message>
    <message>
        <source>This article</source>
        <translation>هذا المقال</translation>
    </message>
    <message>
        <source>Who stands apart</source>
        <translation>من انفرد</translation>
    </message>
    <message>
        <source>{annotator} apart</source>
        <translation>انفراد {annotator}</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Looking for names and quotes…</source>
        <translation>البحث عن الأسماء والاقتباسات…</translation>
    </message>
    <message>
        <source>Select text, or go to a suggestion first.</source>
        <translation>حدّد نصًا أو انتقل إلى اقتراح أولًا.</translation>
    </message>
</context>
<context>
    <name>ModelTable</name>
    <message>
        <source>Added from a folder</source>
        <translation>أُضيف من مجلد</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>بدأ تنزيله</translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>مثبّت</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>الرخصة</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>النموذج</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>الحجم</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>{percent}% is here</source>
        <translation>نزل {percent}%</translation>
    </message>
</context>
<context>
    <name>ModelsDialog</name>
    <message>
        <source>A model in camel-tools&apos; layout</source>
        <translation>نموذج بترتيب camel-tools</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>إضافة مجلد…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>تنزيل</translation>
    </message>
    <message>
        <source>Fetch list</source>
        <translation>جلب القائمة</translation>
    </message>
    <message>
        <source>Fetching the list…</source>
        <translation>يجلب القائمة…</translation>
    </message>
    <message>
        <source>Getting {name}…</source>
        <translation>ينزّل {name}…</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>النماذج</translation>
    </message>
    <message>
        <source>No model is listed. What is built in works without one; “Fetch list” gets those that can be downloaded.</source>
        <translation>لا نماذج في القائمة. النموذج المدمج يعمل بدونها؛ و«جلب القائمة» يجلب ما يمكن تنزيله.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <source>Stopped. What has come is kept for the next try.</source>
        <translation>أُوقف التنزيل. ما وصل محفوظ للمحاولة التالية.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>{name} is added; the next article uses it.</source>
        <translation>أُضيف {name}، ويُستعمل من المقال التالي.</translation>
    </message>
    <message>
        <source>{name} is installed; the next article uses it.</source>
        <translation>ثُبّت {name}، ويُستعمل من المقال التالي.</translation>
    </message>
    <message>
        <source>{name} is removed.</source>
        <translation>أُزيل {name}.</translation>
    </message>
    <message>
        <source>{what}. “Fetch list” gets it.</source>
        <translation>{what}. يجلبها «جلب القائمة».</translation>
    </message>
</context>
<context>
    <name>NarrowingRow</name>
    <message>
        <source>Annotator</source>
        <translation>الواسم</translation>
    </message>
    <message>
        <source>Any label</source>
        <translation>أي تصنيف</translation>
    </message>
    <message>
        <source>Any status</source>
        <translation>أي حالة</translation>
    </message>
    <message>
        <source>Any tag</source>
        <translation>أيّ شارة</translation>
    </message>
    <message>
        <source>Exact spelling</source>
        <translation>بالرسم نفسه</translation>
    </message>
    <message>
        <source>How the hit stands to entities</source>
        <translation>موقع الموضع من الكيانات</translation>
    </message>
    <message>
        <source>Label of the hit</source>
        <translation>تصنيف الموضع</translation>
    </message>
    <message>
        <source>My work</source>
        <translation>عملي</translation>
    </message>
    <message>
        <source>Order of the lines</source>
        <translation>ترتيب السطور</translation>
    </message>
    <message>
        <source>Spelt just so, and with no proclitic</source>
        <translation>بهذا الرسم تمامًا وبلا سوابق</translation>
    </message>
    <message>
        <source>Status of the article</source>
        <translation>حالة المقال</translation>
    </message>
    <message>
        <source>Tag of the article</source>
        <translation>شارة المقال</translation>
    </message>
</context>
<context>
    <name>NoteEditor</name>
    <message>
        <source>Enter saves · Shift+Enter begins a line · Esc leaves</source>
        <translation>حفظ: Enter · سطر جديد: Shift+Enter · خروج بلا حفظ: Esc</translation>
    </message>
</context>
<context>
    <name>Outgoing</name>
    <message numerus="yes">
        <source>%n disagreement(s) wait for your decision.</source>
        <translation>
            <numerusform>لا اختلاف ينتظر قرارك.</numerusform>
            <numerusform>اختلاف واحد ينتظر قرارك.</numerusform>
            <numerusform>اختلافان ينتظران قرارك.</numerusform>
            <numerusform>%n اختلافات تنتظر قرارك.</numerusform>
            <numerusform>%n اختلافًا ينتظر قرارك.</numerusform>
            <numerusform>%n اختلاف ينتظر قرارك.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Feedback to colleagues</source>
        <translation>ملاحظات إلى الزملاء</translation>
    </message>
    <message>
        <source>Folder for feedback to colleagues</source>
        <translation>مجلد ملاحظات الزملاء</translation>
    </message>
    <message>
        <source>My decisions alone</source>
        <translation>قراراتي وحدها</translation>
    </message>
    <message>
        <source>Report on the review</source>
        <translation>تقرير عن المراجعة</translation>
    </message>
    <message>
        <source>Stopped; nothing was written.</source>
        <translation>أُوقف؛ لم يُكتب شيء.</translation>
    </message>
    <message>
        <source>Tell what the rule “{rule}” accepted there as corrections too?</source>
        <translation>هل يُذكر ما قبلته القاعدة «{rule}» هناك تصحيحًا أيضًا؟</translation>
    </message>
    <message>
        <source>The rule&apos;s too</source>
        <translation>وما قبلته القاعدة أيضًا</translation>
    </message>
    <message>
        <source>Writing feedback…</source>
        <translation>تُكتب الملاحظات…</translation>
    </message>
    <message>
        <source>Writing the report…</source>
        <translation>يُكتب التقرير…</translation>
    </message>
    <message>
        <source>Written: {path}</source>
        <translation>كُتب: {path}</translation>
    </message>
</context>
<context>
    <name>Phrases</name>
    <message>
        <source>Cue</source>
        <translation>لفظ القول</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>ضمن</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>المتحدث</translation>
    </message>
    <message>
        <source>Take {annotator}</source>
        <translation>اعتماد {annotator}</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>المضمون</translation>
    </message>
    <message>
        <source>accepted at once: {rule}</source>
        <translation>قُبل فورًا: {rule}</translation>
    </message>
    <message>
        <source>all of them</source>
        <translation>الكل</translation>
    </message>
    <message>
        <source>another end</source>
        <translation>نهاية أخرى</translation>
    </message>
    <message>
        <source>boundaries</source>
        <translation>الحدود</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>يدويًا</translation>
    </message>
    <message>
        <source>by hand: each part is saved as it is changed</source>
        <translation>يدويًا: يُحفظ كل جزء فور تغييره</translation>
    </message>
    <message>
        <source>cue</source>
        <translation>لفظ القول</translation>
    </message>
    <message>
        <source>decided: {decision}</source>
        <translation>القرار: {decision}</translation>
    </message>
    <message>
        <source>every decision is saved at once</source>
        <translation>كل قرار محفوظ فورًا</translation>
    </message>
    <message>
        <source>keep it</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>leave it</source>
        <translation>ترك</translation>
    </message>
    <message>
        <source>next</source>
        <translation>التالي</translation>
    </message>
    <message>
        <source>nothing here</source>
        <translation>لا شيء هنا</translation>
    </message>
    <message>
        <source>select the right words, then a label or Enter</source>
        <translation>حدّد الكلمات الصحيحة، ثم التصنيف أو Enter</translation>
    </message>
    <message>
        <source>speaker</source>
        <translation>المتحدث</translation>
    </message>
    <message>
        <source>take</source>
        <translation>اعتماد</translation>
    </message>
    <message>
        <source>the next decision is for all like this</source>
        <translation>القرار التالي لكل ما يشبه هذا</translation>
    </message>
    <message>
        <source>type</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>{settled} of {total} settled</source>
        <translation>حُسم {settled} من {total}</translation>
    </message>
</context>
<context>
    <name>Plot</name>
    <message>
        <source>Nothing yet: it comes with the first decisions</source>
        <translation>لا شيء بعد: يظهر مع أول القرارات</translation>
    </message>
</context>
<context>
    <name>ProblemModel</name>
    <message>
        <source>Article</source>
        <translation>المقال</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>النص</translation>
    </message>
    <message>
        <source>What</source>
        <translation>ماذا</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>أين</translation>
    </message>
</context>
<context>
    <name>Projects</name>
    <message numerus="yes">
        <source>%n article(s) imported.</source>
        <translation>
            <numerusform>لم يُستورد أي مقال.</numerusform>
            <numerusform>استُورد مقال واحد.</numerusform>
            <numerusform>استُورد مقالان.</numerusform>
            <numerusform>استُوردت %n مقالات.</numerusform>
            <numerusform>استُورد %n مقالًا.</numerusform>
            <numerusform>استُورد %n مقال.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) written, read back and compared:</source>
        <translation>
            <numerusform>لم يُكتب أي مقال:</numerusform>
            <numerusform>كُتب مقال واحد، وقُرئ وقورن:</numerusform>
            <numerusform>كُتب مقالان، وقُرئا وقورنا:</numerusform>
            <numerusform>كُتبت %n مقالات، وقُرئت وقورنت:</numerusform>
            <numerusform>كُتب %n مقالًا، وقُرئت وقورنت:</numerusform>
            <numerusform>كُتب %n مقال، وقُرئت وقورنت:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them were there already.</source>
        <translation>
            <numerusform>لم يكن شيء منها موجودًا من قبل.</numerusform>
            <numerusform>كان واحد منها موجودًا من قبل.</numerusform>
            <numerusform>كان اثنان منها موجودين من قبل.</numerusform>
            <numerusform>كانت %n منها موجودة من قبل.</numerusform>
            <numerusform>كان %n منها موجودًا من قبل.</numerusform>
            <numerusform>كان %n منها موجودًا من قبل.</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the items of a list</comment>
        <translation>، </translation>
    </message>
    <message>
        <source>Check of the export</source>
        <translation>فحص التصدير</translation>
    </message>
    <message>
        <source>Checking the export…</source>
        <translation>فحص التصدير جارٍ…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>تصدير</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>التصدير جارٍ…</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>استيراد</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>الاستيراد جارٍ…</translation>
    </message>
    <message>
        <source>Not everything could be taken as it stands:</source>
        <translation>لم يمكن أخذ كل شيء كما هو:</translation>
    </message>
    <message>
        <source>Not kept: {fields}.</source>
        <translation>لم يُحفظ: {fields}.</translation>
    </message>
    <message>
        <source>Nothing was imported since the project was opened.</source>
        <translation>لم يُستورد شيء منذ فُتح المشروع.</translation>
    </message>
    <message>
        <source>Stopped; nothing was imported.</source>
        <translation>أُوقف، ولم يُستورد شيء.</translation>
    </message>
    <message>
        <source>Stopped; nothing was written.</source>
        <translation>أُوقف، ولم يُكتب شيء.</translation>
    </message>
    <message>
        <source>The format cannot carry everything. What it loses or changes:</source>
        <translation>لا تتسع الصيغة لكل شيء. ما تفقده أو تغيّره:</translation>
    </message>
    <message>
        <source>The format carries all of it.</source>
        <translation>تتسع الصيغة لكل شيء.</translation>
    </message>
    <message>
        <source>What the format loses or changes. Enter shows the place.</source>
        <translation>ما تفقده الصيغة أو تغيّره. المفتاح Enter يعرض الموضع.</translation>
    </message>
    <message>
        <source>Write the file</source>
        <translation>كتابة الملف</translation>
    </message>
</context>
<context>
    <name>QuoteByHand</name>
    <message>
        <source>No other quote is around this one.</source>
        <translation>لا اقتباس آخر حول هذا الاقتباس.</translation>
    </message>
    <message>
        <source>Select the words that say so first.</source>
        <translation>حدّد لفظ القول أولًا.</translation>
    </message>
    <message>
        <source>Select what was said first.</source>
        <translation>حدّد كلام المتحدث أولًا.</translation>
    </message>
    <message>
        <source>The boundary cannot move further.</source>
        <translation>لا يمكن نقل الحد أبعد من ذلك.</translation>
    </message>
    <message>
        <source>The quote can end nowhere else.</source>
        <translation>لا نهاية أخرى ممكنة للاقتباس.</translation>
    </message>
</context>
<context>
    <name>QuoteParts</name>
    <message>
        <source>Decided</source>
        <translation>القرار</translation>
    </message>
    <message>
        <source>Parts of the quote</source>
        <translation>أجزاء الاقتباس</translation>
    </message>
</context>
<context>
    <name>QuotesPage</name>
    <message>
        <source>No article is open.</source>
        <translation>لا مقال مفتوح.</translation>
    </message>
    <message>
        <source>No quotes yet. {look} looks for some; {mark} makes one of the selected words.</source>
        <translation>لا اقتباسات بعد. المفتاح {look} يبحث عنها؛ والمفتاح {mark} يجعل الكلمات المحدّدة اقتباسًا.</translation>
    </message>
    <message>
        <source>Quotes and speakers</source>
        <translation>الاقتباسات والمتحدثون</translation>
    </message>
</context>
<context>
    <name>Quoting</name>
    <message>
        <source>No other quote is around this one.</source>
        <translation>لا اقتباس آخر حول هذا الاقتباس.</translation>
    </message>
    <message>
        <source>No quote of the same speaker is there.</source>
        <translation>لا اقتباس للمتحدث نفسه هناك.</translation>
    </message>
    <message>
        <source>Nobody is named as the speaker.</source>
        <translation>لا متحدث مسمّى.</translation>
    </message>
    <message>
        <source>Nothing in this quote stands in quotation marks.</source>
        <translation>ليس في هذا الاقتباس ما هو بين علامتي تنصيص.</translation>
    </message>
    <message>
        <source>Put the caret between quotation marks first.</source>
        <translation>ضع المؤشر بين علامتي تنصيص أولًا.</translation>
    </message>
    <message>
        <source>Put the caret inside the quote first.</source>
        <translation>ضع المؤشر داخل الاقتباس أولًا.</translation>
    </message>
    <message>
        <source>Select the words that say so first.</source>
        <translation>حدّد لفظ القول أولًا.</translation>
    </message>
    <message>
        <source>Speaker: {name}</source>
        <translation>المتحدث: {name}</translation>
    </message>
    <message>
        <source>The quote can end nowhere else.</source>
        <translation>لا نهاية أخرى ممكنة للاقتباس.</translation>
    </message>
    <message>
        <source>The quote has no speaker yet.</source>
        <translation>لا متحدث للاقتباس بعد.</translation>
    </message>
</context>
<context>
    <name>RecentList</name>
    <message>
        <source>None yet. What you open stands here the next time, with how far you are.</source>
        <translation>لا شيء بعد. ما تفتحه يظهر هنا في المرة القادمة، ومعه ما أُنجز منه.</translation>
    </message>
    <message>
        <source>Take off this list (Delete); the file stays</source>
        <translation>إزالة من هذه القائمة (Delete)؛ ويبقى الملف</translation>
    </message>
    <message>
        <source>Take {name} off this list</source>
        <translation>إزالة {name} من هذه القائمة</translation>
    </message>
</context>
<context>
    <name>RecentRow</name>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>لا مقالات</numerusform>
            <numerusform>مقال واحد</numerusform>
            <numerusform>مقالان</numerusform>
            <numerusform>%Ln مقالات</numerusform>
            <numerusform>%Ln مقالًا</numerusform>
            <numerusform>%Ln مقال</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln done</source>
        <comment>how many articles are done</comment>
        <translation>
            <numerusform>لم يُنجَز شيء</numerusform>
            <numerusform>أُنجز واحد</numerusform>
            <numerusform>أُنجز اثنان</numerusform>
            <numerusform>أُنجزت %Ln</numerusform>
            <numerusform>أُنجز %Ln</numerusform>
            <numerusform>أُنجز %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>no articles yet</source>
        <translation>لا مقالات بعد</translation>
    </message>
    <message>
        <source>not there any more</source>
        <translation>لم يعد موجودًا</translation>
    </message>
    <message>
        <source>review, {articles}</source>
        <translation>مراجعة، {articles}</translation>
    </message>
    <message>
        <source>{articles}, all done</source>
        <translation>{articles}، أُنجز كله</translation>
    </message>
    <message>
        <source>{articles}, none done yet</source>
        <translation>{articles}، لم يُنجَز شيء بعد</translation>
    </message>
    <message>
        <source>{articles}, {done}</source>
        <translation>{articles}، {done}</translation>
    </message>
</context>
<context>
    <name>RemarkDialog</name>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>غير مذكور</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Why they differ</source>
        <translation>سبب الاختلاف</translation>
    </message>
</context>
<context>
    <name>Remarks</name>
    <message>
        <source>Note on the article</source>
        <translation>ملاحظة على المقال</translation>
    </message>
    <message>
        <source>Note on the quote</source>
        <translation>ملاحظة على الاقتباس</translation>
    </message>
    <message>
        <source>Note on “{name}”</source>
        <translation>ملاحظة على «{name}»</translation>
    </message>
    <message>
        <source>The article is flagged as unsure.</source>
        <translation>وُضعت على المقال علامة «غير مؤكد».</translation>
    </message>
    <message>
        <source>The article is not flagged any more.</source>
        <translation>أُزيلت العلامة عن المقال.</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>لا مقالات</numerusform>
            <numerusform>مقال واحد</numerusform>
            <numerusform>مقالان</numerusform>
            <numerusform>%n مقالات</numerusform>
            <numerusform>%n مقالًا</numerusform>
            <numerusform>%n مقال</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>لا ملفات</numerusform>
            <numerusform>ملف واحد</numerusform>
            <numerusform>ملفان</numerusform>
            <numerusform>%n ملفات</numerusform>
            <numerusform>%n ملفًا</numerusform>
            <numerusform>%n ملف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n joined</source>
        <comment>articles</comment>
        <translation>
            <numerusform>لم يُضمّ شيء</numerusform>
            <numerusform>مقال ضُمّ إلى ما كان</numerusform>
            <numerusform>مقالان ضُمّا إلى ما كان</numerusform>
            <numerusform>%n مقالات ضُمّت إلى ما كان</numerusform>
            <numerusform>%n مقالًا ضُمّ إلى ما كان</numerusform>
            <numerusform>%n مقال ضُمّ إلى ما كان</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <comment>things</comment>
        <translation>
            <numerusform>لم يُرفض شيء</numerusform>
            <numerusform>رُفض واحد</numerusform>
            <numerusform>رُفض اثنان</numerusform>
            <numerusform>رُفضت %n</numerusform>
            <numerusform>رُفض %n</numerusform>
            <numerusform>رُفض %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n repaired</source>
        <comment>things</comment>
        <translation>
            <numerusform>لم يُصلَح شيء</numerusform>
            <numerusform>أُصلح واحد</numerusform>
            <numerusform>أُصلح اثنان</numerusform>
            <numerusform>أُصلحت %n</numerusform>
            <numerusform>أُصلح %n</numerusform>
            <numerusform>أُصلح %n</numerusform>
        </translation>
    </message>
    <message>
        <source>All files</source>
        <translation>كل الملفات</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>كل شيء</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>الملفات</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>المجموعات</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>المشكلات</translation>
    </message>
    <message>
        <source>Save as text…</source>
        <translation>حفظ كنص…</translation>
    </message>
</context>
<context>
    <name>Resizing</name>
    <message>
        <source>The boundary cannot move further.</source>
        <translation>لا يمكن نقل الحد أبعد من ذلك.</translation>
    </message>
</context>
<context>
    <name>ReviewBar</name>
    <message>
        <source>Annotators</source>
        <translation>الواسمون</translation>
    </message>
</context>
<context>
    <name>ReviewFilesDialog</name>
    <message>
        <source>Accepted at once, without a decision</source>
        <translation>ما يُقبل فورًا بلا قرار</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>إضافة مجلد…</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>إضافة ملفات…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>اختيار…</translation>
    </message>
    <message>
        <source>Colleagues&apos; files</source>
        <translation>ملفات الزملاء</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>أسفل</translation>
    </message>
    <message>
        <source>Files of any format, folders or projects, mixed. They are only read. Annotators are known by the names in the files, or else by the files&apos; names.</source>
        <translation>ملفات بأي صيغة أو مجلدات أو مشاريع، مجتمعة. تُقرأ ولا تُغيّر. ويُعرف الواسمون بأسمائهم في الملفات، وإلا فبأسماء الملفات.</translation>
    </message>
    <message>
        <source>How many have to agree</source>
        <translation>كم واسمًا يجب أن يتفقوا</translation>
    </message>
    <message>
        <source>Make the review</source>
        <translation>إنشاء المراجعة</translation>
    </message>
    <message>
        <source>Projects (*.annotator)</source>
        <translation>مشاريع (*.annotator)</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <source>Review colleagues&apos; files</source>
        <translation>مراجعة ملفات الزملاء</translation>
    </message>
    <message>
        <source>The order is that of the files above; Alt+Up moves one up.</source>
        <translation>الترتيب ترتيب الملفات أعلاه؛ وAlt+Up يرفع ملفًا.</translation>
    </message>
    <message>
        <source>The review is kept in</source>
        <translation>تُحفظ المراجعة في</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>أعلى</translation>
    </message>
</context>
<context>
    <name>ReviewView</name>
    <message>
        <source>Article</source>
        <translation>المقال</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>لا شيء</translation>
    </message>
</context>
<context>
    <name>ReviewWindow</name>
    <message>
        <source>The annotators differ nowhere.</source>
        <translation>لا يختلف الواسمون في شيء.</translation>
    </message>
</context>
<context>
    <name>Reviews</name>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>جارٍ المقارنة…</translation>
    </message>
    <message>
        <source>Not everything could be taken as it stands:</source>
        <translation>تعذّر أخذ بعض المحتوى كما هو:</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>استبدال</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>مراجعة</translation>
    </message>
    <message>
        <source>Stopped; no review was made.</source>
        <translation>أُوقف؛ ولم تُنشأ مراجعة.</translation>
    </message>
    <message>
        <source>{path} is there already, with what was decided in it. Replace it?</source>
        <translation>{path} موجود من قبل وفيه ما حُسم. أتستبدله؟</translation>
    </message>
</context>
<context>
    <name>Selecting</name>
    <message>
        <source>The whole paragraph is selected.</source>
        <translation>حُدّدت الفقرة كلها.</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>المفاتيح</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>الصفحات</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
</context>
<context>
    <name>Sharing</name>
    <message numerus="yes">
        <source>%n annotation set(s) came in.</source>
        <translation>
            <numerusform>لم تدخل أي مجموعة وسم.</numerusform>
            <numerusform>دخلت مجموعة وسم واحدة.</numerusform>
            <numerusform>دخلت مجموعتا وسم.</numerusform>
            <numerusform>دخلت %n مجموعات وسم.</numerusform>
            <numerusform>دخلت %n مجموعة وسم.</numerusform>
            <numerusform>دخلت %n مجموعة وسم.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written to {folder}.</source>
        <translation>
            <numerusform>لم يُكتب ملف في {folder}.</numerusform>
            <numerusform>كُتب ملف واحد في {folder}.</numerusform>
            <numerusform>كُتب ملفان في {folder}.</numerusform>
            <numerusform>كُتبت %n ملفات في {folder}.</numerusform>
            <numerusform>كُتب %n ملفًا في {folder}.</numerusform>
            <numerusform>كُتب %n ملف في {folder}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Collect</source>
        <translation>الجمع</translation>
    </message>
    <message>
        <source>Collecting…</source>
        <translation>جارٍ الجمع…</translation>
    </message>
    <message numerus="yes">
        <source>Up to %n article(s) each.</source>
        <translation>
            <numerusform>لا مقالات لأحد.</numerusform>
            <numerusform>مقال واحد لكل منهم على الأكثر.</numerusform>
            <numerusform>مقالان لكل منهم على الأكثر.</numerusform>
            <numerusform>%n مقالات لكل منهم على الأكثر.</numerusform>
            <numerusform>%n مقالًا لكل منهم على الأكثر.</numerusform>
            <numerusform>%n مقال لكل منهم على الأكثر.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Up to %n of them somebody else has, too.</source>
        <translation>
            <numerusform>لا يشترك فيها أحد.</numerusform>
            <numerusform>واحد منها على الأكثر عند غيره أيضًا.</numerusform>
            <numerusform>اثنان منها على الأكثر عند غيره أيضًا.</numerusform>
            <numerusform>%n منها على الأكثر عند غيره أيضًا.</numerusform>
            <numerusform>%n منها على الأكثر عند غيره أيضًا.</numerusform>
            <numerusform>%n منها على الأكثر عند غيره أيضًا.</numerusform>
        </translation>
    </message>
    <message>
        <source>Writing the annotators&apos; files…</source>
        <translation>تُكتب ملفات الواسمين…</translation>
    </message>
</context>
<context>
    <name>SidePane</name>
    <message>
        <source>Beside the article</source>
        <translation>بجانب المقال</translation>
    </message>
</context>
<context>
    <name>SpeakerList</name>
    <message>
        <source>No speaker</source>
        <translation>بلا متحدث</translation>
    </message>
    <message>
        <source>Who says it</source>
        <translation>من المتحدث</translation>
    </message>
</context>
<context>
    <name>SplitDialog</name>
    <message numerus="yes">
        <source>%n file(s), which the annotators just open:</source>
        <translation>
            <numerusform>لا ملفات:</numerusform>
            <numerusform>ملف واحد يفتحه الواسم فحسب:</numerusform>
            <numerusform>ملفان يفتحهما الواسمان فحسب:</numerusform>
            <numerusform>%n ملفات يفتحها الواسمون فحسب:</numerusform>
            <numerusform>%n ملفًا يفتحها الواسمون فحسب:</numerusform>
            <numerusform>%n ملف يفتحها الواسمون فحسب:</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the items of a list</comment>
        <translation>، </translation>
    </message>
    <message>
        <source>Agreement is measured on these</source>
        <translation>عليها يُقاس الاتفاق</translation>
    </message>
    <message>
        <source>Annotators</source>
        <translation>الواسمون</translation>
    </message>
    <message>
        <source>Articles that two people get</source>
        <translation>مقالات يأخذها اثنان</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>تصفّح…</translation>
    </message>
    <message>
        <source>By chance</source>
        <translation>بالقرعة</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Dealt out</source>
        <translation>التوزيع</translation>
    </message>
    <message>
        <source>Finished and assigned articles too</source>
        <translation>المقالات المنجزة والمسندة أيضًا</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>المجلد</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>كم عددهم</translation>
    </message>
    <message>
        <source>Names, with commas between them</source>
        <translation>الأسماء، تفصل بينها فواصل</translation>
    </message>
    <message>
        <source>Split among annotators</source>
        <translation>تقسيم على الواسمين</translation>
    </message>
    <message>
        <source>The mix is that of labels and lengths</source>
        <translation>الخليط من التصنيفات والأطوال</translation>
    </message>
    <message>
        <source>The same mix to everybody</source>
        <translation>الخليط نفسه للجميع</translation>
    </message>
    <message>
        <source>Write the files</source>
        <translation>كتابة الملفات</translation>
    </message>
    <message>
        <source>{file} is there already; choose another folder.</source>
        <translation>{file} موجود من قبل؛ اختر مجلدًا آخر.</translation>
    </message>
</context>
<context>
    <name>Starting</name>
    <message>
        <source>Articles are being imported; stop that first.</source>
        <translation>المقالات قيد الاستيراد؛ أوقفه أولًا.</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message numerus="yes">
        <source>%n entity(s)</source>
        <translation>
            <numerusform>لا كيانات</numerusform>
            <numerusform>كيان واحد</numerusform>
            <numerusform>كيانان</numerusform>
            <numerusform>%n كيانات</numerusform>
            <numerusform>%n كيانًا</numerusform>
            <numerusform>%n كيان</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n quote(s)</source>
        <translation>
            <numerusform>لا اقتباسات</numerusform>
            <numerusform>اقتباس واحد</numerusform>
            <numerusform>اقتباسان</numerusform>
            <numerusform>%n اقتباسات</numerusform>
            <numerusform>%n اقتباسًا</numerusform>
            <numerusform>%n اقتباس</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n suggestion(s) to decide</source>
        <translation>
            <numerusform>لا اقتراحات بانتظار القرار</numerusform>
            <numerusform>اقتراح واحد بانتظار القرار</numerusform>
            <numerusform>اقتراحان بانتظار القرار</numerusform>
            <numerusform>%n اقتراحات بانتظار القرار</numerusform>
            <numerusform>%n اقتراحًا بانتظار القرار</numerusform>
            <numerusform>%n اقتراح بانتظار القرار</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>لا تحذيرات</numerusform>
            <numerusform>تحذير واحد</numerusform>
            <numerusform>تحذيران</numerusform>
            <numerusform>%n تحذيرات</numerusform>
            <numerusform>%n تحذيرًا</numerusform>
            <numerusform>%n تحذير</numerusform>
        </translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>للقراءة فقط</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>محفوظ</translation>
    </message>
    <message>
        <source>Show the report</source>
        <translation>عرض التقرير</translation>
    </message>
    <message>
        <source>Stop ({key})</source>
        <translation>إيقاف ({key})</translation>
    </message>
    <message>
        <source>What the last import took, repaired and refused</source>
        <translation>ما أخذه آخر استيراد وما أصلحه وما رفضه</translation>
    </message>
    <message>
        <source>note</source>
        <translation>ملاحظة</translation>
    </message>
</context>
<context>
    <name>Stepping</name>
    <message>
        <source>Every disagreement is settled.</source>
        <translation>حُسمت الاختلافات كلها.</translation>
    </message>
    <message>
        <source>Nothing that is listed is open.</source>
        <translation>لا مفتوح بين المعروض.</translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>Go on</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>مغادرة</translation>
    </message>
    <message>
        <source>Skip this step</source>
        <translation>تخطّي هذه الخطوة</translation>
    </message>
    <message>
        <source>Step {number} of {count}</source>
        <translation>الخطوة {number} من {count}</translation>
    </message>
    <message>
        <source>Tutorial</source>
        <translation>الجولة التعليمية</translation>
    </message>
</context>
<context>
    <name>SuggestionPane</name>
    <message numerus="yes">
        <source>%n hidden</source>
        <translation>
            <numerusform>لا مخفيّ</numerusform>
            <numerusform>واحد مخفيّ</numerusform>
            <numerusform>اثنان مخفيّان</numerusform>
            <numerusform>%n مخفيّة</numerusform>
            <numerusform>%n مخفيًّا</numerusform>
            <numerusform>%n مخفيّ</numerusform>
        </translation>
    </message>
    <message>
        <source>All are shown</source>
        <translation>الكل ظاهر</translation>
    </message>
    <message>
        <source>All that wait are hidden as weak. The slider brings them back.</source>
        <translation>كل المعلّقة مخفيّة لضعفها. حرّك المؤشر أعلاه لإظهارها.</translation>
    </message>
    <message>
        <source>Every suggestion is decided. {key} goes on.</source>
        <translation>حُسمت كل الاقتراحات. المفتاح {key} ينتقل إلى المقال التالي.</translation>
    </message>
    <message>
        <source>Hide below {percent}%</source>
        <translation>إخفاء ما دون {percent}%</translation>
    </message>
    <message>
        <source>Hide suggestions weaker than</source>
        <translation>إخفاء الاقتراحات الأضعف من</translation>
    </message>
    <message>
        <source>No article is open.</source>
        <translation>لا مقال مفتوح.</translation>
    </message>
    <message>
        <source>No suggestions yet. {key} looks for names and quotes.</source>
        <translation>لا اقتراحات بعد. المفتاح {key} يبحث عن الأسماء والاقتباسات.</translation>
    </message>
    <message>
        <source>Suggestions to decide</source>
        <translation>اقتراحات بانتظار القرار</translation>
    </message>
</context>
<context>
    <name>TagsDialog</name>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>New tags, with commas between them</source>
        <translation>شارات جديدة تفصل بينها فواصل</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>الشارات</translation>
    </message>
    <message numerus="yes">
        <source>Tags of %n article(s)</source>
        <translation>
            <numerusform>شارات المقالات</numerusform>
            <numerusform>شارات مقال واحد</numerusform>
            <numerusform>شارات مقالين</numerusform>
            <numerusform>شارات %n مقالات</numerusform>
            <numerusform>شارات %n مقالًا</numerusform>
            <numerusform>شارات %n مقال</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TouchedDialog</name>
    <message>
        <source>All of it is one step, which can be taken back.</source>
        <translation>كل ذلك خطوة واحدة يمكن التراجع عنها.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Change the spans of others too: {names}</source>
        <translation>تغيير مقاطع الآخرين أيضًا: {names}</translation>
    </message>
    <message>
        <source>Not in the set, and kept as they are: {names}</source>
        <translation>ليست في المجموعة، وتبقى كما هي: {names}</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Spans that change</source>
        <translation>المقاطع التي تتغير</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Annotate Arabic news text</source>
        <translation>وسم نصوص الأخبار العربية</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>ابدأ</translation>
    </message>
    <message>
        <source>Names and quotes, to the letter. Open a project, or drop files on this window: they become a project beside them.</source>
        <translation>الأسماء والاقتباسات، بدقة الحرف. افتح مشروعًا، أو أفلت ملفات في هذه النافذة: يُنشأ منها مشروع بجانبها.</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>أحدث المشاريع</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>&amp;Annotate</source>
        <translation>&amp;وسم</translation>
    </message>
    <message>
        <source>&amp;Boundaries</source>
        <translation>ال&amp;حدود</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>ت&amp;حرير</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;ملف</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>م&amp;ساعدة</translation>
    </message>
    <message>
        <source>&amp;Label</source>
        <translation>&amp;تصنيف</translation>
    </message>
    <message>
        <source>&amp;Quotes</source>
        <translation>الا&amp;قتباسات</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>أدو&amp;ات</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;عرض</translation>
    </message>
    <message>
        <source>A file for each annotator, with their articles; no server is needed</source>
        <translation>ملف لكل واسم فيه مقالاته؛ من غير خادم</translation>
    </message>
    <message>
        <source>A file for each of them: what was changed, and why</source>
        <translation>ملف لكل منهم: ما الذي تغيّر، ولماذا</translation>
    </message>
    <message>
        <source>A line for each place, to read, to open and to label</source>
        <translation>سطر لكل موضع، للقراءة والفتح والتصنيف</translation>
    </message>
    <message>
        <source>A news article to try everything on; it is yours to keep</source>
        <translation>مقال إخباري لتجربة كل شيء؛ ويبقى لك</translation>
    </message>
    <message>
        <source>A slip, a gap in the guidelines, an ambiguous text</source>
        <translation>سهو، أو نقص في الإرشادات، أو نص ملتبس</translation>
    </message>
    <message>
        <source>A&amp;rticles</source>
        <translation>الم&amp;قالات</translation>
    </message>
    <message>
        <source>About annotator</source>
        <translation>حول annotator</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>قبول</translation>
    </message>
    <message>
        <source>Accept all suggestions</source>
        <translation>قبول كل الاقتراحات</translation>
    </message>
    <message>
        <source>Accept every open suggestion of this article in one step</source>
        <translation>قبول كل اقتراحات هذا المقال المعلّقة في خطوة واحدة</translation>
    </message>
    <message>
        <source>Accept the current suggestion and go to the next</source>
        <translation>قبول الاقتراح الحالي والانتقال إلى التالي</translation>
    </message>
    <message>
        <source>All articles of a folder, as one project</source>
        <translation>كل مقالات المجلد في مشروع واحد</translation>
    </message>
    <message>
        <source>Annotators are letters alone</source>
        <translation>يظهر الواسمون بالحروف وحدها</translation>
    </message>
    <message>
        <source>Another end</source>
        <translation>نهاية أخرى</translation>
    </message>
    <message>
        <source>Another type</source>
        <translation>نوع آخر</translation>
    </message>
    <message>
        <source>Article details…</source>
        <translation>تفاصيل المقال…</translation>
    </message>
    <message>
        <source>Articles, decisions, acceptance and time, as plots</source>
        <translation>المقالات والقرارات ونسبة القبول والوقت في رسوم بيانية</translation>
    </message>
    <message>
        <source>As it was before the review; go to the next one</source>
        <translation>كما كان قبل المراجعة؛ والانتقال إلى التالي</translation>
    </message>
    <message>
        <source>Assign…</source>
        <translation>إسناد…</translation>
    </message>
    <message>
        <source>Back to the welcome page; everything is saved</source>
        <translation>العودة إلى صفحة الترحيب؛ وكل شيء محفوظ</translation>
    </message>
    <message>
        <source>Choose the article&apos;s font by its looks</source>
        <translation>اختيار خط المقال بالنظر إليه</translation>
    </message>
    <message>
        <source>Close the project</source>
        <translation>إغلاق المشروع</translation>
    </message>
    <message>
        <source>Collect annotators&apos; files…</source>
        <translation>جمع ملفات الواسمين…</translation>
    </message>
    <message>
        <source>Colours as the system</source>
        <translation>الألوان كما في النظام</translation>
    </message>
    <message>
        <source>Compare what two or more people annotated, and decide where they differ</source>
        <translation>مقارنة ما وسمه شخصان أو أكثر، وحسم ما اختلفوا فيه</translation>
    </message>
    <message>
        <source>Consistency…</source>
        <translation>الاتساق…</translation>
    </message>
    <message>
        <source>Contrast as the system</source>
        <translation>التباين كما في النظام</translation>
    </message>
    <message>
        <source>Correction understood</source>
        <translation>فهمت التصحيح</translation>
    </message>
    <message>
        <source>Cue</source>
        <translation>لفظ القول</translation>
    </message>
    <message>
        <source>Cut the quote in two where the caret stands</source>
        <translation>قطع الاقتباس إلى اثنين عند المؤشر</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>داكن</translation>
    </message>
    <message>
        <source>Decide by hand</source>
        <translation>حسم يدوي</translation>
    </message>
    <message>
        <source>Diacritics</source>
        <translation>التشكيل</translation>
    </message>
    <message>
        <source>Direct, mixed, indirect, and round again</source>
        <translation>مباشر، ثم مختلط، ثم غير مباشر، ثم من جديد</translation>
    </message>
    <message>
        <source>Do again what was taken back</source>
        <translation>إعادة ما جرى التراجع عنه</translation>
    </message>
    <message>
        <source>Done, next article</source>
        <translation>تم، المقال التالي</translation>
    </message>
    <message>
        <source>End the quote at the next comma, the next و with a verb, or the sentence&apos;s end</source>
        <translation>إنهاء الاقتباس عند الفاصلة التالية، أو عند واو بعدها فعل، أو عند نهاية الجملة</translation>
    </message>
    <message>
        <source>End: leave out a letter</source>
        <translation>النهاية: إخراج حرف</translation>
    </message>
    <message>
        <source>End: leave out a word</source>
        <translation>النهاية: إخراج كلمة</translation>
    </message>
    <message>
        <source>End: take in a letter</source>
        <translation>النهاية: إدخال حرف</translation>
    </message>
    <message>
        <source>End: take in a word</source>
        <translation>النهاية: إدخال كلمة</translation>
    </message>
    <message>
        <source>End: with or without what is attached</source>
        <translation>النهاية: مع الضمير المتصل أو بدونه</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>Every key on one sheet</source>
        <translation>كل المفاتيح في ورقة واحدة</translation>
    </message>
    <message>
        <source>Every kind, every label, every article</source>
        <translation>كل الأنواع وكل التصنيفات وكل المقالات</translation>
    </message>
    <message>
        <source>Every step of this article, and a way back to each</source>
        <translation>كل خطوات هذا المقال، مع الرجوع إلى أيّ منها</translation>
    </message>
    <message>
        <source>Everybody is right: what each has is taken</source>
        <translation>الجميع مصيب: يُعتمد ما عند كل منهم</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>تصدير…</translation>
    </message>
    <message>
        <source>Feedback to colleagues…</source>
        <translation>ملاحظات إلى الزملاء…</translation>
    </message>
    <message>
        <source>Filter articles</source>
        <translation>تصفية المقالات</translation>
    </message>
    <message>
        <source>Find in the article…</source>
        <translation>بحث في المقال…</translation>
    </message>
    <message>
        <source>Find text however it is spelt</source>
        <translation>يجد النص كيفما كُتب</translation>
    </message>
    <message>
        <source>Finishing accepts what still stands</source>
        <translation>الإنهاء يقبل ما بقي من الاقتراحات</translation>
    </message>
    <message>
        <source>Flag the current span as unsure, or take the flag away</source>
        <translation>وضع علامة «غير مؤكد» على المقطع الحالي أو إزالتها</translation>
    </message>
    <message>
        <source>Font…</source>
        <translation>الخط…</translation>
    </message>
    <message>
        <source>From light colours to dark ones and back</source>
        <translation>من الألوان الفاتحة إلى الداكنة وبالعكس</translation>
    </message>
    <message>
        <source>Get camel-tools&apos; models, or remove them</source>
        <translation>تنزيل نماذج camel-tools أو إزالتها</translation>
    </message>
    <message>
        <source>Give these words another label wherever they have one</source>
        <translation>إعطاء هذه الكلمات تصنيفًا آخر حيثما كان لها تصنيف</translation>
    </message>
    <message>
        <source>Go through suggestions by their score</source>
        <translation>المرور على الاقتراحات بحسب درجتها</translation>
    </message>
    <message>
        <source>Guidelines</source>
        <translation>الإرشادات</translation>
    </message>
    <message>
        <source>Hide names</source>
        <translation>إخفاء الأسماء</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>تباين عالٍ</translation>
    </message>
    <message>
        <source>History</source>
        <translation>السجل</translation>
    </message>
    <message>
        <source>Import articles…</source>
        <translation>استيراد مقالات…</translation>
    </message>
    <message>
        <source>In the article</source>
        <translation>في المقال</translation>
    </message>
    <message>
        <source>Inside the quote around it</source>
        <translation>داخل الاقتباس المحيط به</translation>
    </message>
    <message>
        <source>Join with the next one</source>
        <translation>ضمّ إلى التالي</translation>
    </message>
    <message>
        <source>Join with the one before</source>
        <translation>ضمّ إلى السابق</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>إبقاء ما عندي</translation>
    </message>
    <message>
        <source>Keep what was made by hand</source>
        <translation>حفظ ما حُسم يدويًا</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>المفاتيح</translation>
    </message>
    <message>
        <source>Label every occurrence…</source>
        <translation>تصنيف كل المواضع…</translation>
    </message>
    <message>
        <source>Label these words wherever they stand, in the article or in all of them</source>
        <translation>تصنيف هذه الكلمات حيثما وردت، في المقال أو في كل المقالات</translation>
    </message>
    <message>
        <source>Labels by shape too</source>
        <translation>تمييز التصنيفات بالشكل أيضًا</translation>
    </message>
    <message>
        <source>Labels of the project…</source>
        <translation>تصنيفات المشروع…</translation>
    </message>
    <message>
        <source>Language as the system</source>
        <translation>اللغة كما في النظام</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>تكبير</translation>
    </message>
    <message>
        <source>Leave the tutorial</source>
        <translation>مغادرة الجولة التعليمية</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>فاتح</translation>
    </message>
    <message>
        <source>Light / dark</source>
        <translation>فاتح / داكن</translation>
    </message>
    <message>
        <source>List all articles</source>
        <translation>عرض كل المقالات</translation>
    </message>
    <message>
        <source>List every disagreement</source>
        <translation>عرض كل الاختلافات</translation>
    </message>
    <message>
        <source>Lists all that is alike; the decision is one step, undone as one</source>
        <translation>يعرض كل ما يتشابه؛ والقرار خطوة واحدة يُتراجع عنها دفعة واحدة</translation>
    </message>
    <message>
        <source>Look for entities and quotes; what was decided stays</source>
        <translation>البحث عن الكيانات والاقتباسات؛ وما حُسم يبقى</translation>
    </message>
    <message>
        <source>Make an empty project file</source>
        <translation>إنشاء ملف مشروع فارغ</translation>
    </message>
    <message>
        <source>Make it open again</source>
        <translation>إعادة فتحه</translation>
    </message>
    <message>
        <source>Make one quote of this and the next one of the same speaker</source>
        <translation>جعل هذا الاقتباس والتالي للمتحدث نفسه اقتباسًا واحدًا</translation>
    </message>
    <message>
        <source>Make one quote of this and the one before of the same speaker</source>
        <translation>جعل هذا الاقتباس والسابق للمتحدث نفسه اقتباسًا واحدًا</translation>
    </message>
    <message>
        <source>Make the selection the cue of the quote; if it was the cue, have none</source>
        <translation>جعل المحدّد لفظ القول للاقتباس؛ وإن كان هو لفظ القول فيُلغى</translation>
    </message>
    <message>
        <source>Make the selection the speaker of the quote, or choose among the names near</source>
        <translation>جعل المحدّد متحدث الاقتباس، أو الاختيار من الأسماء القريبة</translation>
    </message>
    <message>
        <source>Mark the article as done and open the next one</source>
        <translation>تعليم المقال منجزًا وفتح التالي</translation>
    </message>
    <message>
        <source>Mark the articles that are chosen as done, in one step</source>
        <translation>جعل المقالات المحدّدة منجزة في خطوة واحدة</translation>
    </message>
    <message>
        <source>Mark the selection as a quote, or accept the current one</source>
        <translation>تعليم المحدّد اقتباسًا، أو قبول الاقتباس الحالي</translation>
    </message>
    <message>
        <source>Marking an article as done accepts the suggestions shown and undecided</source>
        <translation>إنهاء المقال يقبل الاقتراحات الظاهرة التي لم تُحسم</translation>
    </message>
    <message>
        <source>Models…</source>
        <translation>النماذج…</translation>
    </message>
    <message>
        <source>Move by a letter, as the eye sees it</source>
        <translation>التحرك حرفًا كما تراه العين</translation>
    </message>
    <message>
        <source>Move by a paragraph</source>
        <translation>التحرك فقرة</translation>
    </message>
    <message>
        <source>Move by a sentence</source>
        <translation>التحرك جملة</translation>
    </message>
    <message>
        <source>Move by a word</source>
        <translation>التحرك كلمة</translation>
    </message>
    <message>
        <source>Move by what is attached to a word</source>
        <translation>التحرك بقدر ما اتصل بالكلمة</translation>
    </message>
    <message>
        <source>Names labelled two ways, other boundaries, names left out</source>
        <translation>أسماء بتصنيفين، وحدود مختلفة، وأسماء لم توسم</translation>
    </message>
    <message>
        <source>Names, colours and keys of labels; add, merge, remove</source>
        <translation>أسماء التصنيفات وألوانها ومفاتيحها؛ إضافتها ودمجها وإزالتها</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>مشروع جديد…</translation>
    </message>
    <message>
        <source>Next article</source>
        <translation>المقال التالي</translation>
    </message>
    <message>
        <source>Next article not done</source>
        <translation>المقال التالي غير المنجز</translation>
    </message>
    <message>
        <source>Next correction</source>
        <translation>التصحيح التالي</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>الموضع التالي</translation>
    </message>
    <message>
        <source>Next open disagreement</source>
        <translation>الاختلاف المفتوح التالي</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>اللوح التالي</translation>
    </message>
    <message>
        <source>Next quote</source>
        <translation>الاقتباس التالي</translation>
    </message>
    <message>
        <source>Next step of the tutorial</source>
        <translation>الخطوة التالية من الجولة التعليمية</translation>
    </message>
    <message>
        <source>Next suggestion</source>
        <translation>الاقتراح التالي</translation>
    </message>
    <message>
        <source>No quote, or one after all</source>
        <translation>ليس اقتباسًا، أو هو اقتباس</translation>
    </message>
    <message>
        <source>None of theirs is right</source>
        <translation>لا أحد منهم مصيب</translation>
    </message>
    <message>
        <source>None of them</source>
        <translation>لا أحد منهم</translation>
    </message>
    <message>
        <source>Normal contrast</source>
        <translation>تباين عادي</translation>
    </message>
    <message>
        <source>Note on the article…</source>
        <translation>ملاحظة على المقال…</translation>
    </message>
    <message>
        <source>Note on the current span…</source>
        <translation>ملاحظة على المقطع الحالي…</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>لا شيء هنا</translation>
    </message>
    <message>
        <source>One page with the figures and every difference, for reading and printing</source>
        <translation>صفحة واحدة فيها الأرقام وكل اختلاف، للقراءة والطباعة</translation>
    </message>
    <message>
        <source>Open a folder…</source>
        <translation>فتح مجلد…</translation>
    </message>
    <message>
        <source>Open a project, or text, JSONL and CoNLL files</source>
        <translation>فتح مشروع أو ملفات نصية أو JSONL أو CoNLL</translation>
    </message>
    <message>
        <source>Open disagreement before</source>
        <translation>الاختلاف المفتوح السابق</translation>
    </message>
    <message>
        <source>Open the next article of the list that is not done</source>
        <translation>فتح المقال التالي غير المنجز في القائمة</translation>
    </message>
    <message>
        <source>Open the sample article</source>
        <translation>فتح المقال النموذجي</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>فتح…</translation>
    </message>
    <message>
        <source>Previous article</source>
        <translation>المقال السابق</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>الموضع السابق</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>اللوح السابق</translation>
    </message>
    <message>
        <source>Previous quote</source>
        <translation>الاقتباس السابق</translation>
    </message>
    <message>
        <source>Previous suggestion</source>
        <translation>الاقتراح السابق</translation>
    </message>
    <message>
        <source>Progress…</source>
        <translation>التقدّم…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>خروج</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>اقتباس</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>إعادة</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>رفض</translation>
    </message>
    <message>
        <source>Reject the current suggestion, or remove what was marked by hand</source>
        <translation>رفض الاقتراح الحالي، أو إزالة ما عُلّم يدويًا</translation>
    </message>
    <message>
        <source>Relabel every occurrence…</source>
        <translation>تغيير تصنيف كل المواضع…</translation>
    </message>
    <message>
        <source>Report of the last import</source>
        <translation>تقرير آخر استيراد</translation>
    </message>
    <message>
        <source>Rev&amp;iew</source>
        <translation>م&amp;راجعة</translation>
    </message>
    <message>
        <source>Review colleagues&apos; files…</source>
        <translation>مراجعة ملفات الزملاء…</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>حفظ نسخة…</translation>
    </message>
    <message>
        <source>Say that the quote is a name or scare quotes; or make a quote of what stands in quotation marks at the caret</source>
        <translation>الحكم بأن ما بين علامتي التنصيص اسم أو لفظ متحفّظ عليه لا اقتباس؛ أو جعل ما بين العلامتين عند المؤشر اقتباسًا</translation>
    </message>
    <message>
        <source>Say that the quote is reported in the one around it; if it was, no more</source>
        <translation>جعل الاقتباس منقولًا داخل الاقتباس المحيط به؛ وإن كان كذلك فيُخرج منه</translation>
    </message>
    <message>
        <source>Say who annotates the articles that are chosen</source>
        <translation>تحديد من يسم المقالات المحدّدة</translation>
    </message>
    <message>
        <source>Search all articles…</source>
        <translation>البحث في كل المقالات…</translation>
    </message>
    <message>
        <source>Select less</source>
        <translation>تحديد أقل</translation>
    </message>
    <message>
        <source>Select more</source>
        <translation>تحديد أكثر</translation>
    </message>
    <message>
        <source>Select the right words, then a label&apos;s key or Enter; of a quote, change its parts</source>
        <translation>حدّد الكلمات الصحيحة ثم مفتاح تصنيف أو Enter؛ وفي الاقتباس غيّر أجزاءه</translation>
    </message>
    <message>
        <source>Select while moving</source>
        <translation>التحديد مع التحرك</translation>
    </message>
    <message>
        <source>Selection is what was said</source>
        <translation>جعل المحدّد مضمون الاقتباس</translation>
    </message>
    <message>
        <source>Set to done</source>
        <translation>جعلها منجزة</translation>
    </message>
    <message>
        <source>Set to in progress</source>
        <translation>جعلها قيد العمل</translation>
    </message>
    <message>
        <source>Set to new</source>
        <translation>جعلها جديدة</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>الإعدادات…</translation>
    </message>
    <message>
        <source>Show the article larger</source>
        <translation>عرض المقال بحجم أكبر</translation>
    </message>
    <message>
        <source>Show the article smaller</source>
        <translation>عرض المقال بحجم أصغر</translation>
    </message>
    <message>
        <source>Show the diacritics; hidden ones stay in the article</source>
        <translation>إظهار التشكيل؛ وما يُخفى منه يبقى في المقال</translation>
    </message>
    <message>
        <source>Show the next span that a review has changed, and why</source>
        <translation>عرض المقطع التالي الذي غيّرته المراجعة وسبب التغيير</translation>
    </message>
    <message>
        <source>Show the strokes that stretch words</source>
        <translation>إظهار التطويل الذي يمدّ الكلمات</translation>
    </message>
    <message>
        <source>Signs, lines and colours by which everybody can tell labels apart</source>
        <translation>رموز وخطوط وألوان يميّز بها الجميع بين التصنيفات</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>تصغير</translation>
    </message>
    <message>
        <source>Speaker…</source>
        <translation>المتحدث…</translation>
    </message>
    <message>
        <source>Split among annotators…</source>
        <translation>تقسيم على الواسمين…</translation>
    </message>
    <message>
        <source>Split at the caret</source>
        <translation>تقسيم عند المؤشر</translation>
    </message>
    <message>
        <source>Start: leave out a letter</source>
        <translation>البداية: إخراج حرف</translation>
    </message>
    <message>
        <source>Start: leave out a word</source>
        <translation>البداية: إخراج كلمة</translation>
    </message>
    <message>
        <source>Start: take in a letter</source>
        <translation>البداية: إدخال حرف</translation>
    </message>
    <message>
        <source>Start: take in a word</source>
        <translation>البداية: إدخال كلمة</translation>
    </message>
    <message>
        <source>Start: with or without what is attached</source>
        <translation>البداية: مع حروف السوابق أو بدونها</translation>
    </message>
    <message>
        <source>Stop, or back to the article</source>
        <translation>إيقاف، أو عودة إلى المقال</translation>
    </message>
    <message>
        <source>Stops what is running; else returns to the article; else lets go of the current span</source>
        <translation>يوقف ما يجري، وإلا عاد إلى المقال، وإلا ترك المقطع الحالي</translation>
    </message>
    <message>
        <source>Suggest again</source>
        <translation>اقتراح من جديد</translation>
    </message>
    <message>
        <source>Surest suggestions first</source>
        <translation>الأوثق من الاقتراحات أولًا</translation>
    </message>
    <message>
        <source>Tags of the articles that are chosen in the list</source>
        <translation>شارات المقالات المحدّدة في القائمة</translation>
    </message>
    <message>
        <source>Tags…</source>
        <translation>الشارات…</translation>
    </message>
    <message>
        <source>Take all of them</source>
        <translation>اعتماد الكل</translation>
    </message>
    <message>
        <source>Take back the last decision</source>
        <translation>التراجع عن آخر قرار</translation>
    </message>
    <message>
        <source>Take back what the annotators have decided; nothing is lost or doubled</source>
        <translation>استعادة ما قرره الواسمون؛ لا يضيع شيء ولا يتكرر</translation>
    </message>
    <message>
        <source>Take files into this project</source>
        <translation>أخذ ملفات إلى هذا المشروع</translation>
    </message>
    <message>
        <source>Take the label from these words wherever they have it</source>
        <translation>رفع التصنيف عن هذه الكلمات حيثما كان لها</translation>
    </message>
    <message>
        <source>Tatweel</source>
        <translation>التطويل</translation>
    </message>
    <message>
        <source>The correction stays; go to the next one</source>
        <translation>يبقى التصحيح؛ والانتقال إلى التالي</translation>
    </message>
    <message>
        <source>The keys in two minutes, on a sample; your projects are not touched</source>
        <translation>المفاتيح في دقيقتين، على نموذج؛ ولا تُمسّ مشاريعك</translation>
    </message>
    <message>
        <source>The name without what is attached, the word, the words between marks, the sentence, the paragraph</source>
        <translation>الاسم دون ما يتصل به، فالكلمة، فالكلمات بين العلامات، فالجملة، فالفقرة</translation>
    </message>
    <message>
        <source>The same for all like this…</source>
        <translation>القرار نفسه لكل ما يشبه هذا…</translation>
    </message>
    <message>
        <source>The way back, step by step</source>
        <translation>العودة خطوة خطوة</translation>
    </message>
    <message>
        <source>The whole project under another name, also when its own file is gone</source>
        <translation>المشروع كله باسم آخر، حتى لو اختفى ملفه</translation>
    </message>
    <message>
        <source>There is nothing to mark at this place</source>
        <translation>لا شيء يوسم في هذا الموضع</translation>
    </message>
    <message>
        <source>Title, status, tags and metadata of the article</source>
        <translation>عنوان المقال وحالته وشاراته وبياناته الوصفية</translation>
    </message>
    <message>
        <source>To the speaker and back</source>
        <translation>إلى المتحدث والعودة</translation>
    </message>
    <message>
        <source>Tutorial</source>
        <translation>الجولة التعليمية</translation>
    </message>
    <message>
        <source>Type words of a title; Alt+Down opens the menu</source>
        <translation>اكتب كلمات من العنوان؛ Alt+سهم الأسفل يفتح القائمة</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Unlabel every occurrence…</source>
        <translation>رفع التصنيف عن كل المواضع…</translation>
    </message>
    <message>
        <source>Unsure about the article</source>
        <translation>المقال غير مؤكد</translation>
    </message>
    <message>
        <source>Unsure about the current span</source>
        <translation>المقطع الحالي غير مؤكد</translation>
    </message>
    <message>
        <source>Usual size</source>
        <translation>الحجم المعتاد</translation>
    </message>
    <message>
        <source>What can be set, and the keys of all actions</source>
        <translation>ما يمكن ضبطه، ومفاتيح كل الأوامر</translation>
    </message>
    <message>
        <source>What it took, repaired and refused, file by file</source>
        <translation>ما أخذه وما أصلحه وما رفضه، ملفًا ملفًا</translation>
    </message>
    <message>
        <source>What the program has learned from your corrections</source>
        <translation>ما تعلّمه البرنامج من تصحيحاتك</translation>
    </message>
    <message>
        <source>What to label and how, beside the article</source>
        <translation>ماذا نوسم وكيف، بجانب المقال</translation>
    </message>
    <message>
        <source>What was learned…</source>
        <translation>ما تعلّمه البرنامج…</translation>
    </message>
    <message>
        <source>Why they differ…</source>
        <translation>سبب الاختلاف…</translation>
    </message>
    <message>
        <source>Write a note that the reviewer will read</source>
        <translation>كتابة ملاحظة يقرؤها المراجع</translation>
    </message>
    <message>
        <source>Write a report…</source>
        <translation>كتابة تقرير…</translation>
    </message>
    <message>
        <source>Write training data: CoNLL, JSONL and others</source>
        <translation>كتابة بيانات التدريب: CoNLL وJSONL وغيرهما</translation>
    </message>
    <message>
        <source>العربية</source>
        <translation>العربية</translation>
    </message>
</context>
<context>
    <name>charts</name>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>Day</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>Decisions by day</source>
        <translation>القرارات حسب اليوم</translation>
    </message>
    <message>
        <source>Decisions by label</source>
        <translation>القرارات حسب التصنيف</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>المحرك</translation>
    </message>
    <message>
        <source>Half of them took less than {time}.</source>
        <translation>استغرق نصفها أقل من {time}.</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>التصنيف</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>الدقائق</translation>
    </message>
    <message>
        <source>Minutes for an article</source>
        <translation>دقائق المقال الواحد</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation>الاقتباسات</translation>
    </message>
    <message>
        <source>Suggestions accepted, by engine</source>
        <translation>الاقتراحات المقبولة حسب المحرك</translation>
    </message>
    <message>
        <source>The pale part was rejected.</source>
        <translation>الجزء الباهت هو المرفوض.</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>مقبول</translation>
    </message>
    <message>
        <source>articles</source>
        <translation>المقالات</translation>
    </message>
    <message>
        <source>articles finished</source>
        <translation>مقالات منجزة</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>مصحّح</translation>
    </message>
    <message>
        <source>marked by hand</source>
        <translation>معلّم يدويًا</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>مرفوض</translation>
    </message>
    <message>
        <source>share</source>
        <translation>النسبة</translation>
    </message>
    <message>
        <source>time at work</source>
        <translation>وقت العمل</translation>
    </message>
</context>
<context>
    <name>consistency</name>
    <message>
        <source>A proclitic</source>
        <translation>سابقة</translation>
    </message>
    <message>
        <source>A title</source>
        <translation>لقب</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>لم يوسم</translation>
    </message>
    <message>
        <source>Two labels</source>
        <translation>تصنيفان</translation>
    </message>
    <message>
        <source>as here: {here}, otherwise: {there}</source>
        <translation>كما هنا: {here}، وبخلافه: {there}</translation>
    </message>
    <message>
        <source>labelled elsewhere: {there}</source>
        <translation>مصنّف في غيره: {there}</translation>
    </message>
</context>
<context>
    <name>every</name>
    <message>
        <source>Label every occurrence</source>
        <translation>تصنيف كل المواضع</translation>
    </message>
    <message>
        <source>Relabel every occurrence</source>
        <translation>تغيير تصنيف كل المواضع</translation>
    </message>
    <message>
        <source>These words are labelled nowhere here.</source>
        <translation>ليس لهذه الكلمات تصنيف في أي موضع هنا.</translation>
    </message>
    <message>
        <source>These words stand nowhere here.</source>
        <translation>لا ترد هذه الكلمات هنا.</translation>
    </message>
    <message>
        <source>Unlabel every occurrence</source>
        <translation>رفع التصنيف عن كل المواضع</translation>
    </message>
    <message>
        <source>already so</source>
        <translation>كذلك أصلًا</translation>
    </message>
    <message>
        <source>as</source>
        <translation>التصنيف</translation>
    </message>
    <message>
        <source>from now on as</source>
        <translation>التصنيف الجديد</translation>
    </message>
    <message>
        <source>labelled {label}</source>
        <translation>مصنّف: {label}</translation>
    </message>
    <message>
        <source>no more as</source>
        <translation>التصنيف المرفوع</translation>
    </message>
    <message>
        <source>overlaps {label}</source>
        <translation>يتداخل مع {label}</translation>
    </message>
    <message>
        <source>rejected earlier</source>
        <translation>رُفض من قبل</translation>
    </message>
    <message>
        <source>suggested</source>
        <translation>مقترح</translation>
    </message>
    <message>
        <source>suggested as {label}</source>
        <translation>مقترح: {label}</translation>
    </message>
</context>
<context>
    <name>files</name>
    <message>
        <source>All files (*)</source>
        <translation>كل الملفات (*)</translation>
    </message>
    <message>
        <source>All that can be read</source>
        <translation>كل ما يمكن قراءته</translation>
    </message>
    <message>
        <source>Annotated articles</source>
        <translation>مقالات موسومة</translation>
    </message>
    <message>
        <source>Archives of files</source>
        <translation>ملفات مضغوطة</translation>
    </message>
    <message>
        <source>Collect annotators&apos; files</source>
        <translation>جمع ملفات الواسمين</translation>
    </message>
    <message>
        <source>Import articles</source>
        <translation>استيراد مقالات</translation>
    </message>
    <message>
        <source>Import guidelines</source>
        <translation>استيراد إرشادات</translation>
    </message>
    <message>
        <source>Label sets (*.toml)</source>
        <translation>مجموعات تصنيفات (*.toml)</translation>
    </message>
    <message>
        <source>Markdown (*.md *.markdown *.txt)</source>
        <translation>Markdown (*.md *.markdown *.txt)</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>مشروع جديد</translation>
    </message>
    <message>
        <source>Open a folder of articles</source>
        <translation>فتح مجلد مقالات</translation>
    </message>
    <message>
        <source>Open a project, or files of articles</source>
        <translation>فتح مشروع أو ملفات مقالات</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>المشاريع</translation>
    </message>
    <message>
        <source>Projects (*.annotator)</source>
        <translation>مشاريع (*.annotator)</translation>
    </message>
    <message>
        <source>Read a label set</source>
        <translation>قراءة مجموعة تصنيفات</translation>
    </message>
    <message>
        <source>Save a copy of the project</source>
        <translation>حفظ نسخة من المشروع</translation>
    </message>
    <message>
        <source>Tables of articles</source>
        <translation>جداول مقالات</translation>
    </message>
    <message>
        <source>Texts and pages</source>
        <translation>نصوص وصفحات</translation>
    </message>
</context>
<context>
    <name>hints</name>
    <message>
        <source>accept</source>
        <translation>قبول</translation>
    </message>
    <message>
        <source>another end</source>
        <translation>نهاية أخرى</translation>
    </message>
    <message>
        <source>boundaries</source>
        <translation>الحدود</translation>
    </message>
    <message>
        <source>cue</source>
        <translation>لفظ القول</translation>
    </message>
    <message>
        <source>done, next article</source>
        <translation>تم، المقال التالي</translation>
    </message>
    <message>
        <source>keep mine</source>
        <translation>أُبقي ما عندي</translation>
    </message>
    <message>
        <source>label</source>
        <translation>تصنيف</translation>
    </message>
    <message>
        <source>next</source>
        <translation>التالي</translation>
    </message>
    <message>
        <source>next correction</source>
        <translation>التصحيح التالي</translation>
    </message>
    <message>
        <source>quote</source>
        <translation>اقتباس</translation>
    </message>
    <message>
        <source>reject</source>
        <translation>رفض</translation>
    </message>
    <message>
        <source>speaker</source>
        <translation>المتحدث</translation>
    </message>
    <message>
        <source>understood</source>
        <translation>فهمت</translation>
    </message>
</context>
<context>
    <name>kwic</name>
    <message>
        <source>anywhere in an article that has one</source>
        <translation>في أي مكان من مقال فيه كيان</translation>
    </message>
    <message>
        <source>by article</source>
        <translation>حسب المقال</translation>
    </message>
    <message>
        <source>by the word after</source>
        <translation>حسب الكلمة التالية</translation>
    </message>
    <message>
        <source>by the word before</source>
        <translation>حسب الكلمة السابقة</translation>
    </message>
    <message>
        <source>holds an entity</source>
        <translation>يضم كيانًا</translation>
    </message>
    <message>
        <source>is an entity</source>
        <translation>هو كيان</translation>
    </message>
    <message>
        <source>is in no entity</source>
        <translation>ليس في كيان</translation>
    </message>
    <message>
        <source>labelled or not</source>
        <translation>مصنّف أو غير مصنّف</translation>
    </message>
    <message>
        <source>touches an entity</source>
        <translation>يمس كيانًا</translation>
    </message>
</context>
<context>
    <name>label_use</name>
    <message>
        <source>Spans in the project: {count}</source>
        <translation>المقاطع في المشروع: {count}</translation>
    </message>
    <message>
        <source>imported, not begun</source>
        <translation>مستوردة لم تُبدأ</translation>
    </message>
    <message>
        <source>yours</source>
        <translation>لك</translation>
    </message>
    <message>
        <source>{label} becomes {other}</source>
        <translation>{label} يصير {other}</translation>
    </message>
    <message>
        <source>{label}: rejected</source>
        <translation>{label}: تُرفض</translation>
    </message>
    <message>
        <source>{who}: {spans} (articles: {articles})</source>
        <translation>{who}: {spans} (المقالات: {articles})</translation>
    </message>
</context>
<context>
    <name>labels</name>
    <message>
        <source>Counting spans…</source>
        <translation>تُعدّ المقاطع…</translation>
    </message>
    <message>
        <source>Hard to tell apart from: {names}</source>
        <translation>يصعب تمييزه من: {names}</translation>
    </message>
    <message>
        <source>Hard to tell apart without green cones (deuteranopia): {names}</source>
        <translation>يصعب على من لا يميّز الأخضر أن يميّزه من: {names}</translation>
    </message>
    <message>
        <source>Hard to tell apart without red cones (protanopia): {names}</source>
        <translation>يصعب على من لا يميّز الأحمر أن يميّزه من: {names}</translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>A * stands at the end of a word, after its letters.</source>
        <translation>تقع * في آخر الكلمة بعد حروفها.</translation>
    </message>
    <message>
        <source>A README with counts, labels, guidelines, agreement, and how it was made.</source>
        <translation>ملف README فيه الأعداد والتصنيفات والإرشادات ومدى الاتفاق وكيف صُنعت البيانات.</translation>
    </message>
    <message>
        <source>A bracket is not closed.</source>
        <translation>قوس غير مغلق.</translation>
    </message>
    <message>
        <source>A closing bracket has no opening one.</source>
        <translation>قوس إغلاق بلا قوس فتح.</translation>
    </message>
    <message>
        <source>A direct quote without a speaker.</source>
        <translation>اقتباس مباشر بلا متحدث.</translation>
    </message>
    <message>
        <source>A label needs an id without spaces.</source>
        <translation>يحتاج التصنيف إلى معرّف بلا مسافات.</translation>
    </message>
    <message>
        <source>A label set needs at least one label.</source>
        <translation>تحتاج مجموعة التصنيفات إلى تصنيف واحد على الأقل.</translation>
    </message>
    <message>
        <source>A model of this name is there already</source>
        <translation>يوجد نموذج بهذا الاسم</translation>
    </message>
    <message>
        <source>A new article gets its suggestions as soon as it is opened.</source>
        <translation>يحصل المقال الجديد على اقتراحاته فور فتحه.</translation>
    </message>
    <message>
        <source>A newer version of the program wrote this.</source>
        <translation>كتبت هذا نسخة أحدث من البرنامج.</translation>
    </message>
    <message>
        <source>A part of the quote has no room in the columns; it stands in a comment line.</source>
        <translation>لا مكان لجزء من الاقتباس في الأعمدة؛ وُضع في سطر تعليق.</translation>
    </message>
    <message>
        <source>A quotation mark is not closed.</source>
        <translation>علامة تنصيص غير مغلقة.</translation>
    </message>
    <message>
        <source>A slip</source>
        <translation>سهو</translation>
    </message>
    <message>
        <source>A thousand words with accepted entities are the least.</source>
        <translation>أقلّ ما يكفي ألف كلمة فيها كيانات مقبولة.</translation>
    </message>
    <message>
        <source>A word is missing beside {sign}.</source>
        <translation>تنقص كلمة بجانب {sign}.</translation>
    </message>
    <message>
        <source>A worker does not see the folder of the results.</source>
        <translation>أحد العاملين لا يرى مجلد النتائج.</translation>
    </message>
    <message>
        <source>A worker has {name} {found}, and the run has {expected}.</source>
        <translation>لدى أحد العاملين {name} {found}، وفي التشغيل {expected}.</translation>
    </message>
    <message>
        <source>Accepted and suggested ones</source>
        <translation>المقبولة والمقترحة</translation>
    </message>
    <message>
        <source>Accepted ones</source>
        <translation>المقبولة</translation>
    </message>
    <message>
        <source>Accepted without a decision</source>
        <translation>ما قُبل بلا قرار</translation>
    </message>
    <message>
        <source>Add a word that is wanted.</source>
        <translation>أضف كلمة مطلوبة.</translation>
    </message>
    <message>
        <source>Agreed only</source>
        <translation>ما اتُّفق عليه وحده</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>الاتفاق</translation>
    </message>
    <message>
        <source>All are finished or assigned; ask for all articles, or import some.</source>
        <translation>كلها منجزة أو مسندة؛ اطلب كل المقالات، أو استورد غيرها.</translation>
    </message>
    <message>
        <source>All articles</source>
        <translation>كل المقالات</translation>
    </message>
    <message>
        <source>All machines need the corpus and this folder under the same paths.</source>
        <translation>يجب أن تكون المدوّنة وهذا المجلد على المسارات نفسها في كل الأجهزة.</translation>
    </message>
    <message>
        <source>All that anybody marked, each once.</source>
        <translation>كل ما علّمه أحدهم، مرة واحدة لكلٍّ منه.</translation>
    </message>
    <message>
        <source>All together</source>
        <translation>الجميع معًا</translation>
    </message>
    <message>
        <source>All words have the same label, or none: nothing tells agreement from chance.</source>
        <translation>للكلمات كلها التصنيف نفسه، أو لا تصنيف لها: فلا شيء يميّز الاتفاق من المصادفة.</translation>
    </message>
    <message>
        <source>All {count} articles, each with a link to its differences</source>
        <translation>كل المقالات ({count})، وكلٌّ منها يحيل إلى اختلافاتها</translation>
    </message>
    <message>
        <source>All, rejected ones too</source>
        <translation>كلها، والمرفوضة أيضًا</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>الواسم</translation>
    </message>
    <message>
        <source>Annotator {letter}</source>
        <translation>الواسم {letter}</translation>
    </message>
    <message>
        <source>Annotators</source>
        <translation>الواسمون</translation>
    </message>
    <message>
        <source>Another article has the id {id} too: both are kept.</source>
        <translation>لمقال آخر المعرّف {id} أيضًا: أُبقي كلاهما.</translation>
    </message>
    <message>
        <source>Another program has changed the tables of this project.</source>
        <translation>غيّر برنامج آخر جداول هذا المشروع.</translation>
    </message>
    <message>
        <source>Another program is using the project file.</source>
        <translation>يستعمل برنامج آخر ملف المشروع.</translation>
    </message>
    <message>
        <source>Another run writes to this folder.</source>
        <translation>هناك تشغيل آخر يكتب في هذا المجلد.</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>العربية</translation>
    </message>
    <message>
        <source>Arabic news text with entities and quotes.</source>
        <translation>نصوص أخبار عربية فيها كيانات واقتباسات.</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>المقال</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>المقالات</translation>
    </message>
    <message>
        <source>Articles are being imported; nothing is saved now.</source>
        <translation>تُستورد مقالات الآن؛ لا يُحفظ شيء في هذه الأثناء.</translation>
    </message>
    <message>
        <source>Articles of one alone</source>
        <translation>مقالات واسم واحد</translation>
    </message>
    <message>
        <source>Articles of several annotators</source>
        <translation>مقالات عدة واسمين</translation>
    </message>
    <message>
        <source>Articles that are nearly the same would else be trained on and tested.</source>
        <translation>وإلا دُرّب على مقالات واختُبر بما يكاد يطابقها.</translation>
    </message>
    <message>
        <source>Articles that it was given are missing: {count}.</source>
        <translation>مقالات أُعطيت له وليست فيه: {count}.</translation>
    </message>
    <message>
        <source>As the format is meant</source>
        <translation>كما تقتضي الصيغة</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>كما في النظام</translation>
    </message>
    <message>
        <source>Ask its makers for the file model.safetensors.</source>
        <translation>اطلب من صانعيه ملف model.safetensors.</translation>
    </message>
    <message>
        <source>At each place what the first annotator of an order marked; where they marked nothing, the next one.</source>
        <translation>في كل موضع ما علّمه أول الواسمين في الترتيب، فإن لم يعلّم شيئًا فما علّمه الذي يليه.</translation>
    </message>
    <message>
        <source>At least so many</source>
        <translation>عدد أدنى</translation>
    </message>
    <message>
        <source>Backups kept of a project</source>
        <translation>عدد النسخ الاحتياطية لكل مشروع</translation>
    </message>
    <message>
        <source>Boundary</source>
        <translation>الحدود</translation>
    </message>
    <message>
        <source>Built-in model</source>
        <translation>النموذج المدمج</translation>
    </message>
    <message>
        <source>By annotator</source>
        <translation>حسب الواسم</translation>
    </message>
    <message>
        <source>By article</source>
        <translation>حسب المقال</translation>
    </message>
    <message>
        <source>By label</source>
        <translation>حسب التصنيف</translation>
    </message>
    <message>
        <source>By the rule</source>
        <translation>بالقاعدة</translation>
    </message>
    <message>
        <source>Byte {at} does not fit the encoding {encoding}.</source>
        <translation>البايت {at} لا يوافق الترميز {encoding}.</translation>
    </message>
    <message>
        <source>Check that it is there and that you may read it.</source>
        <translation>تحقق من وجوده ومن إذن قراءته.</translation>
    </message>
    <message>
        <source>Check that you may read it.</source>
        <translation>تحقق من إذن قراءته.</translation>
    </message>
    <message>
        <source>Check the address, as in tcp://127.0.0.1:8786.</source>
        <translation>تحقّق من العنوان، مثل tcp://127.0.0.1:8786.</translation>
    </message>
    <message>
        <source>Check the disk or the network folder, then do it again.</source>
        <translation>تحقق من القرص أو مجلد الشبكة ثم أعد المحاولة.</translation>
    </message>
    <message>
        <source>Check the name and the folder.</source>
        <translation>تحقق من الاسم والمجلد.</translation>
    </message>
    <message>
        <source>Choose a Markdown file in UTF-8 of at most one megabyte.</source>
        <translation>اختر ملف Markdown بترميز UTF-8 لا يزيد على ميغابايت واحد.</translation>
    </message>
    <message>
        <source>Choose a file that holds text.</source>
        <translation>اختر ملفًا فيه نص.</translation>
    </message>
    <message>
        <source>Choose a folder in which you may write.</source>
        <translation>اختر مجلدًا يُسمح لك بالكتابة فيه.</translation>
    </message>
    <message>
        <source>Choose a folder that you may write to and has room.</source>
        <translation>اختر مجلدًا يُسمح لك بالكتابة فيه وفيه متسع.</translation>
    </message>
    <message>
        <source>Choose a new or an empty folder.</source>
        <translation>اختر مجلدًا جديدًا أو فارغًا.</translation>
    </message>
    <message>
        <source>Choose a project file (.annotator). The file was not changed.</source>
        <translation>اختر ملف مشروع (‎.annotator). لم يتغير الملف.</translation>
    </message>
    <message>
        <source>Choose a text, JSONL or CoNLL file, or --encoding.</source>
        <translation>اختر ملفًا نصيًا أو JSONL أو CoNLL، أو حدّد ‎--encoding.</translation>
    </message>
    <message>
        <source>Choose among: {names}.</source>
        <translation>اختر من: {names}.</translation>
    </message>
    <message>
        <source>Choose another encoding with --encoding.</source>
        <translation>اختر ترميزًا آخر بـ ‎--encoding.</translation>
    </message>
    <message>
        <source>Choose another folder for the demo.</source>
        <translation>اختر مجلدًا آخر للعرض.</translation>
    </message>
    <message>
        <source>Choose another name for the copy.</source>
        <translation>اختر اسمًا آخر للنسخة.</translation>
    </message>
    <message>
        <source>Choose another name with --name.</source>
        <translation>اختر اسمًا آخر بـ ‎--name.</translation>
    </message>
    <message>
        <source>Choose another name, or --force for a folder.</source>
        <translation>اختر اسمًا آخر، أو ‎--force للمجلد.</translation>
    </message>
    <message>
        <source>Choose another name, or --force to replace it.</source>
        <translation>اختر اسمًا آخر، أو ‎--force لاستبداله.</translation>
    </message>
    <message>
        <source>Choose another name, or say that it is to be replaced.</source>
        <translation>اختر اسمًا آخر، أو وافق على استبداله.</translation>
    </message>
    <message>
        <source>Choose another place for the review.</source>
        <translation>اختر للمراجعة مكانًا آخر.</translation>
    </message>
    <message>
        <source>Choose other articles, or import some first.</source>
        <translation>اختر مقالات أخرى، أو استورد بعضها أولًا.</translation>
    </message>
    <message>
        <source>Choose the engine camel.</source>
        <translation>اختر المحرك camel.</translation>
    </message>
    <message>
        <source>Choose the files of two or more people.</source>
        <translation>اختر ملفات شخصين أو أكثر.</translation>
    </message>
    <message>
        <source>Choose the project that the files came from.</source>
        <translation>اختر المشروع الذي جاءت منه الملفات.</translation>
    </message>
    <message>
        <source>Citron quotes (JSON)</source>
        <translation>اقتباسات Citron (JSON)</translation>
    </message>
    <message>
        <source>Close it elsewhere, or copy it to a folder where you may write.</source>
        <translation>أغلقه حيث هو مفتوح، أو انسخه إلى مجلد يُسمح لك بالكتابة فيه.</translation>
    </message>
    <message>
        <source>Close it there, then do it again.</source>
        <translation>أغلقه هناك ثم أعد المحاولة.</translation>
    </message>
    <message>
        <source>CoNLL-2002</source>
        <translation>CoNLL-2002</translation>
    </message>
    <message>
        <source>CoNLL-2003</source>
        <translation>CoNLL-2003</translation>
    </message>
    <message>
        <source>CoNLL-U Plus with quotes</source>
        <translation>‏CoNLL-U Plus مع الاقتباسات</translation>
    </message>
    <message>
        <source>Cohen&apos;s kappa</source>
        <translation>كابا كوهين</translation>
    </message>
    <message>
        <source>Cohen&apos;s kappa, labelled words</source>
        <translation>كابا كوهين، الكلمات المصنفة</translation>
    </message>
    <message>
        <source>Collect it into the one it came from.</source>
        <translation>اجمعه في المشروع الذي جاء منه.</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>الألوان</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>التباين</translation>
    </message>
    <message>
        <source>Corrections</source>
        <translation>التصحيحات</translation>
    </message>
    <message>
        <source>Corrections for {name}</source>
        <translation>تصحيحات إلى {name}</translation>
    </message>
    <message>
        <source>Counts the letters on which annotators differ against chance, so every edge counts to the letter, with all articles in a row; of nested spans the outer one counts, except in the figure of a single label, and how a stretch is divided under one label is left out.</source>
        <translation>يعدّ الحروف التي يختلف فيها الواسمون قياسًا إلى المصادفة، فيُحسب كل حدّ بالحرف، والمقالات كلها متتابعة؛ ومن المقاطع المتداخلة يُحسب الخارجي، إلا في رقم التصنيف الواحد، ويغفل كيف يُقسَم الموضع تحت التصنيف نفسه.</translation>
    </message>
    <message>
        <source>Counts the quotes whose content two annotators have marked alike to the letter; type, cue and source are left out.</source>
        <translation>يعدّ الاقتباسات التي علّم واسمان مضمونها متطابقًا بالحرف؛ ويغفل النوع ولفظ القول والمصدر.</translation>
    </message>
    <message>
        <source>Counts the quotes whose contents share at least half of what both cover together; how far they differ beyond that, type, cue and source are left out.</source>
        <translation>يعدّ الاقتباسات التي يشترك مضموناها في نصف ما يغطيانه معًا على الأقل؛ ويغفل مقدار اختلافهما بعد ذلك، والنوع ولفظ القول والمصدر.</translation>
    </message>
    <message>
        <source>Counts the spans of the same label that share at least a letter, one with one; how far their edges are apart is left out, and agreement by chance is not taken off.</source>
        <translation>يعدّ المقاطع ذات التصنيف نفسه التي تشترك في حرف على الأقل، واحدًا بواحد؛ ويغفل مقدار تباعد حدودها، ولا يُطرح منه الاتفاق بالمصادفة.</translation>
    </message>
    <message>
        <source>Counts the spans that two annotators have marked alike to the letter and under the same label; one letter more counts as much as a span that is missing, and agreement by chance is not taken off.</source>
        <translation>يعدّ المقاطع التي علّمها واسمان متطابقةً بالحرف وتحت التصنيف نفسه؛ والحرف الزائد فيه كالمقطع الناقص، ولا يُطرح منه الاتفاق بالمصادفة.</translation>
    </message>
    <message>
        <source>Counts the words on which annotators agree, beyond a chance that is small where one value is very common, as words without a label are: it stays high where kappa falls although nearly all agree; edges of spans inside a word are left out.</source>
        <translation>يعدّ الكلمات التي يتفق عليها الواسمون فوق مصادفة تصغر حين تغلب قيمة واحدة، كغلبة الكلمات بلا تصنيف: فيبقى مرتفعًا حيث تهبط كابا مع أن الجميع تقريبًا متفقون؛ ويغفل حدود المقاطع داخل الكلمة.</translation>
    </message>
    <message>
        <source>Counts the words on which two annotators agree beyond chance among those to which at least one of them gave a label; words that both left alone are left out, so it is rather too low.</source>
        <translation>يعدّ الكلمات التي يتفق عليها واسمان فوق المصادفة من بين ما أعطاه أحدهما على الأقل تصنيفًا؛ ويغفل الكلمات التي تركها كلاهما، فهو أدنى من الواقع غالبًا.</translation>
    </message>
    <message>
        <source>Counts, among the quotes that both have with at least half of the content in common, those of the same type (direct, mixed, indirect); quotes that only one has are left out.</source>
        <translation>يعدّ، من الاقتباسات التي عند كليهما ونصف مضمونها على الأقل مشترك، ما اتفق نوعه (مباشر، مختلط، غير مباشر)؛ ويغفل ما عند واحد منهما فقط.</translation>
    </message>
    <message>
        <source>Counts, among the quotes that both have with at least half of the content in common, those whose cues share a letter, or that have none with either; quotes that only one has are left out.</source>
        <translation>يعدّ، من الاقتباسات التي عند كليهما ونصف مضمونها على الأقل مشترك، ما يشترك لفظا القول فيه في حرف، أو ما لا لفظ قول له عند أيٍّ منهما؛ ويغفل ما عند واحد منهما فقط.</translation>
    </message>
    <message>
        <source>Counts, among the quotes that both have with at least half of the content in common, those with the same source, by the mention or by the speaker, or with none; quotes that only one has are left out.</source>
        <translation>يعدّ، من الاقتباسات التي عند كليهما ونصف مضمونها على الأقل مشترك، ما اتفق مصدره، بالذكر أو بالمتحدث، أو ما لا مصدر له عندهما؛ ويغفل ما عند واحد منهما فقط.</translation>
    </message>
    <message>
        <source>Counts, for all annotators together, the words on which they agree beyond chance, those without any label as well; articles that one of them has not annotated, and edges of spans inside a word, are left out.</source>
        <translation>يعدّ، لجميع الواسمين معًا، الكلمات التي يتفقون عليها فوق المصادفة، ومنها ما لا تصنيف له؛ ويغفل المقالات التي لم يسمها أحدهم وحدود المقاطع داخل الكلمة.</translation>
    </message>
    <message>
        <source>Counts, for any number of annotators, the words on which they differ against chance, those without any label as well, and takes articles that somebody has not annotated as missing; edges of spans inside a word are left out.</source>
        <translation>يعدّ، لأي عدد من الواسمين، الكلمات التي يختلفون فيها قياسًا إلى المصادفة، ومنها ما لا تصنيف له، ويعامل المقالات التي لم يسمها بعضهم على أنها ناقصة؛ ويغفل حدود المقاطع داخل الكلمة.</translation>
    </message>
    <message>
        <source>Counts, for two annotators, the words on which they agree beyond chance, those without any label as well (they are most words, and lift the figure); edges of spans inside a word, and where one span ends and the next begins, are left out.</source>
        <translation>يعدّ، لواسمَين، الكلمات التي يتفقان عليها فوق المصادفة، ومنها ما لا تصنيف له (وهو أكثر الكلمات، ويرفع الرقم)؛ ويغفل حدود المقاطع داخل الكلمة، وأين ينتهي مقطع ويبدأ الذي يليه.</translation>
    </message>
    <message>
        <source>Counts, label by label, by how many letters spans begin and end apart, squared, against chance, as INCEpTION does; articles that somebody has not annotated and spans that overlap another of their label are left out, and with three or more annotators the later definition is the better one.</source>
        <translation>يعدّ، تصنيفًا تصنيفًا، مربع عدد الحروف التي تتباعد بها بدايات المقاطع ونهاياتها، قياسًا إلى المصادفة، كما في INCEpTION؛ ويغفل المقالات التي لم يسمها بعضهم والمقاطع التي تتداخل مع آخر من تصنيفها، ومع ثلاثة واسمين أو أكثر يكون التعريف اللاحق أصلح.</translation>
    </message>
    <message>
        <source>Cue</source>
        <translation>لفظ القول</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>داكن</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>قرّره</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>الوصف</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>الاختلافات</translation>
    </message>
    <message>
        <source>Differences by kind</source>
        <translation>الاختلافات حسب نوعها</translation>
    </message>
    <message>
        <source>Differences not decided yet</source>
        <translation>اختلافات لم تُحسم بعد</translation>
    </message>
    <message>
        <source>Differences settled</source>
        <translation>الاختلافات المحسومة</translation>
    </message>
    <message>
        <source>Done and reviewed ones</source>
        <translation>المنجزة والمراجَعة</translation>
    </message>
    <message>
        <source>Download one with: annotator models</source>
        <translation>نزّل واحدًا بالأمر: annotator models</translation>
    </message>
    <message>
        <source>Each label has its share in every part</source>
        <translation>لكل تصنيف نصيبه في كل جزء</translation>
    </message>
    <message>
        <source>Earlier decisions</source>
        <translation>القرارات السابقة</translation>
    </message>
    <message>
        <source>Edited by the reviewer</source>
        <translation>حرّره المراجع</translation>
    </message>
    <message>
        <source>Else articles are dealt out by chance.</source>
        <translation>وإلا وُزّعت المقالات عشوائيًا.</translation>
    </message>
    <message>
        <source>Else they come in the order of the project.</source>
        <translation>وإلا بقيت على ترتيب المشروع.</translation>
    </message>
    <message>
        <source>Empty is beside the project. Another disk is safer than the same one.</source>
        <translation>إن تُرك فارغًا فبجانب المشروع. قرص آخر أسلم من القرص نفسه.</translation>
    </message>
    <message>
        <source>Engine for camel-tools&apos; models</source>
        <translation>محرك نماذج camel-tools</translation>
    </message>
    <message>
        <source>Engines switched off</source>
        <translation>المحركات الموقوفة</translation>
    </message>
    <message>
        <source>English</source>
        <translation>الإنجليزية</translation>
    </message>
    <message>
        <source>English, then Arabic</source>
        <translation>الإنجليزية ثم العربية</translation>
    </message>
    <message>
        <source>Every difference</source>
        <translation>كل الاختلافات</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>الكل</translation>
    </message>
    <message>
        <source>Excel takes Arabic for Latin without it; some other programs stumble.</source>
        <translation>من دونها يقرأ Excel العربية حروفًا لاتينية؛ وبعض البرامج الأخرى تتعثر بها.</translation>
    </message>
    <message>
        <source>Export the file again.</source>
        <translation>صدّر الملف من جديد.</translation>
    </message>
    <message>
        <source>Extra</source>
        <translation>زائد</translation>
    </message>
    <message>
        <source>F1 of exact spans with their labels, on articles that both have finished.</source>
        <translation>قيمة F1 للمقاطع المطابقة مع تصنيفاتها، في المقالات التي أنهاها كلاهما.</translation>
    </message>
    <message>
        <source>F1, exact</source>
        <translation>‏F1، تطابق تام</translation>
    </message>
    <message>
        <source>F1, overlapping</source>
        <translation>‏F1، تداخل</translation>
    </message>
    <message>
        <source>Files of the format {name} cannot be cut.</source>
        <translation>لا يمكن تقطيع ملفات بالصيغة {name}.</translation>
    </message>
    <message>
        <source>Finishing accepts what still stands</source>
        <translation>الإنهاء يقبل ما بقي من الاقتراحات</translation>
    </message>
    <message>
        <source>Fleiss&apos; kappa</source>
        <translation>كابا فليس</translation>
    </message>
    <message>
        <source>Folder for backups</source>
        <translation>مجلد النسخ الاحتياطية</translation>
    </message>
    <message>
        <source>Font of the article</source>
        <translation>خط المقال</translation>
    </message>
    <message>
        <source>Font… in the View menu shows each of them in the article.</source>
        <translation>«الخط…» في قائمة العرض يُظهر كلًّا منها في المقال.</translation>
    </message>
    <message>
        <source>For Excel (a byte order mark begins each file)</source>
        <translation>لبرنامج Excel (علامة ترتيب البايت في أول كل ملف)</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>الصيغة</translation>
    </message>
    <message>
        <source>Free some space on this disk, then open it again.</source>
        <translation>أفرغ بعض المساحة على هذا القرص ثم افتحه من جديد.</translation>
    </message>
    <message>
        <source>Free some space, then do it again.</source>
        <translation>أفرغ بعض المساحة ثم أعد المحاولة.</translation>
    </message>
    <message>
        <source>General</source>
        <translation>عام</translation>
    </message>
    <message>
        <source>Give JSON Lines or Parquet with articles.</source>
        <translation>أعطِ ملفات JSON Lines أو Parquet فيها مقالات.</translation>
    </message>
    <message>
        <source>Give a folder outside of the corpus.</source>
        <translation>أعطِ مجلدًا خارج المدوّنة.</translation>
    </message>
    <message>
        <source>Give a folder that annotator train made.</source>
        <translation>أعطِ مجلدًا أنشأه annotator train.</translation>
    </message>
    <message>
        <source>Give a number from 0 to 1, as 0.1.</source>
        <translation>أعطِ عددًا من 0 إلى 1، مثل 0.1.</translation>
    </message>
    <message>
        <source>Give each a name of their own.</source>
        <translation>أعطِ كلًّا منهم اسمًا خاصًا به.</translation>
    </message>
    <message>
        <source>Give each its own id, or none.</source>
        <translation>أعطِ كل واحد معرّفًا خاصًا به، أو لا تعطه معرّفًا.</translation>
    </message>
    <message>
        <source>Give shares that add up to 100, as 80/10/10.</source>
        <translation>اكتب حصصًا مجموعها 100، مثل 80/10/10.</translation>
    </message>
    <message>
        <source>Give the annotators&apos; names, or how many.</source>
        <translation>اذكر أسماء الواسمين، أو عددهم.</translation>
    </message>
    <message>
        <source>Give the label and its other name, as PER=PERS.</source>
        <translation>اكتب التصنيف واسمه الآخر، مثل PER=PERS.</translation>
    </message>
    <message>
        <source>Give the name of a file.</source>
        <translation>اكتب اسم ملف.</translation>
    </message>
    <message>
        <source>Give the name of a folder.</source>
        <translation>اكتب اسم مجلد.</translation>
    </message>
    <message>
        <source>Go on as it was begun, give another folder, or --force to begin anew.</source>
        <translation>تابع كما بُدئ، أو أعطِ مجلدًا آخر، أو ‎--force للبدء من جديد.</translation>
    </message>
    <message>
        <source>Guidelines</source>
        <translation>الإرشادات</translation>
    </message>
    <message>
        <source>Gwet&apos;s AC1</source>
        <translation>معامل غويت AC1</translation>
    </message>
    <message>
        <source>HTML page</source>
        <translation>صفحة HTML</translation>
    </message>
    <message>
        <source>HTML, for reading and printing</source>
        <translation>‏HTML، للقراءة والطباعة</translation>
    </message>
    <message>
        <source>Hidden ones stay in the article and in what is exported.</source>
        <translation>ما يُخفى يبقى في المقال وفي ما يُصدّر.</translation>
    </message>
    <message>
        <source>High</source>
        <translation>عالٍ</translation>
    </message>
    <message>
        <source>High contrast is black on white, or white on black.</source>
        <translation>التباين العالي أسود على أبيض أو أبيض على أسود.</translation>
    </message>
    <message>
        <source>How it was made</source>
        <translation>كيف أُعدّت</translation>
    </message>
    <message>
        <source>How tags say where a span begins and ends.</source>
        <translation>كيف تبيّن الوسوم أين يبدأ المقطع وأين ينتهي.</translation>
    </message>
    <message>
        <source>Hugging Face data set, JSONL</source>
        <translation>مجموعة بيانات Hugging Face، بصيغة JSONL</translation>
    </message>
    <message>
        <source>Hugging Face data set, Parquet</source>
        <translation>مجموعة بيانات Hugging Face، بصيغة Parquet</translation>
    </message>
    <message>
        <source>INCEpTION (UIMA CAS JSON)</source>
        <translation>INCEpTION (UIMA CAS JSON)</translation>
    </message>
    <message>
        <source>INCEpTION (UIMA CAS XMI)</source>
        <translation>INCEpTION (UIMA CAS XMI)</translation>
    </message>
    <message>
        <source>INCEpTION (WebAnno TSV 3.3)</source>
        <translation>INCEpTION (WebAnno TSV 3.3)</translation>
    </message>
    <message>
        <source>Import it, or open a review of it together with others&apos; files.</source>
        <translation>استورده، أو افتح مراجعة له مع ملفات الآخرين.</translation>
    </message>
    <message>
        <source>In parts of the letters&apos; size; the names of labels stand in it.</source>
        <translation>نسبةً إلى حجم الحروف؛ وفيه تُكتب أسماء التصنيفات.</translation>
    </message>
    <message>
        <source>In the result</source>
        <translation>في الحصيلة</translation>
    </message>
    <message>
        <source>In this format all of a direct quote counts as verbatim.</source>
        <translation>في هذه الصيغة يُعدّ الاقتباس المباشر كله حرفيًا.</translation>
    </message>
    <message>
        <source>In this format the label {label} stands for a part of a quote.</source>
        <translation>في هذه الصيغة يدل التصنيف {label} على جزء من اقتباس.</translation>
    </message>
    <message>
        <source>Install it: {command}</source>
        <translation>ثبّته: {command}</translation>
    </message>
    <message>
        <source>Install one, for example the package fonts-noto-core (Debian, Ubuntu) or google-noto-naskh-arabic-fonts (Fedora), then start annotator again. Your work is not affected.</source>
        <translation>ثبّت خطًا منها، مثل الحزمة fonts-noto-core (في Debian وUbuntu) أو google-noto-naskh-arabic-fonts (في Fedora)، ثم أعد تشغيل annotator. عملك لم يتأثر.</translation>
    </message>
    <message>
        <source>Install the full program: annotator-full.</source>
        <translation>ثبّت البرنامج الكامل: annotator-full.</translation>
    </message>
    <message>
        <source>Install the same program and models on all machines.</source>
        <translation>ثبّت البرنامج نفسه والنماذج نفسها على كل الأجهزة.</translation>
    </message>
    <message>
        <source>Install the system packages that the README names.</source>
        <translation>ثبّت حزم النظام المذكورة في ملف README.</translation>
    </message>
    <message>
        <source>It covers nothing that a page shows; left out.</source>
        <translation>لا يغطي شيئًا تعرضه الصفحة؛ تُرك.</translation>
    </message>
    <message>
        <source>It extends {id}, which is not one of: {ids}.</source>
        <translation>هي توسعة لـ {id}، وليست من: {ids}.</translation>
    </message>
    <message>
        <source>It lists no labels.</source>
        <translation>لا تصنيفات فيها.</translation>
    </message>
    <message>
        <source>It needs config.json, vocab.txt and model.safetensors.</source>
        <translation>يلزم فيه config.json وvocab.txt وmodel.safetensors.</translation>
    </message>
    <message>
        <source>Its answer is {answer}; left out.</source>
        <translation>إجابته {answer}؛ تُرك.</translation>
    </message>
    <message>
        <source>Its first line must be: # global.columns = {columns}</source>
        <translation>يجب أن يكون سطره الأول: # global.columns = {columns}</translation>
    </message>
    <message>
        <source>Its status is {status}; not chosen.</source>
        <translation>حالته {status}؛ ولم تُختر.</translation>
    </message>
    <message>
        <source>Its text has changed since it came as {id}: both versions are kept.</source>
        <translation>تغيّر نصه منذ ورد بالمعرّف {id}: أُبقيت النسختان.</translation>
    </message>
    <message>
        <source>Its text is not the one that was given out; what was decided on it is not taken.</source>
        <translation>نصه غير الذي سُلّم؛ لا يؤخذ ما تقرر فيه.</translation>
    </message>
    <message>
        <source>JSON Lines of this program</source>
        <translation>‏JSON Lines الخاصة بهذا البرنامج</translation>
    </message>
    <message>
        <source>Keep the file as it is. Go on with a backup, or let “annotator check --repair” put what can be read into a new file.</source>
        <translation>أبقِ الملف كما هو. تابع بنسخة احتياطية، أو دع «annotator check ‎--repair» يضع ما يمكن قراءته في ملف جديد.</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>المفاتيح</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Known formats: {names}.</source>
        <translation>الصيغ المعروفة: {names}.</translation>
    </message>
    <message>
        <source>Known rules: {names}.</source>
        <translation>القواعد المعروفة: {names}.</translation>
    </message>
    <message>
        <source>Krippendorff&apos;s alpha, words</source>
        <translation>ألفا كريبندورف، الكلمات</translation>
    </message>
    <message>
        <source>Krippendorff&apos;s unitizing alpha</source>
        <translation>ألفا كريبندورف للتقطيع</translation>
    </message>
    <message>
        <source>Krippendorff&apos;s unitizing alpha of 1995</source>
        <translation>ألفا كريبندورف للتقطيع (1995)</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>التصنيف</translation>
    </message>
    <message>
        <source>Label Studio JSON</source>
        <translation>Label Studio JSON</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>التصنيفات</translation>
    </message>
    <message>
        <source>Labels against labels</source>
        <translation>التصنيفات بعضها إزاء بعض</translation>
    </message>
    <message>
        <source>Labels by shape too</source>
        <translation>تمييز التصنيفات بالشكل أيضًا</translation>
    </message>
    <message>
        <source>Labels get a sign, a line of their own, and colours that nearly everybody tells apart.</source>
        <translation>لكل تصنيف رمز وخط خاصان به، وألوان يميّزها الجميع تقريبًا.</translation>
    </message>
    <message>
        <source>Labels written under another name: PER=PERS.</source>
        <translation>تصنيفات تُكتب باسم آخر: PER=PERS.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Language of the card</source>
        <translation>لغة البطاقة</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>الرخصة</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>فاتح</translation>
    </message>
    <message>
        <source>Light or dark colours.</source>
        <translation>ألوان فاتحة أو داكنة.</translation>
    </message>
    <message>
        <source>Line height</source>
        <translation>ارتفاع السطر</translation>
    </message>
    <message>
        <source>Line {line} has the same id; both stay.</source>
        <translation>للسطر {line} المعرّف نفسه؛ ويبقى الاثنان.</translation>
    </message>
    <message>
        <source>Lists and fields need {key} for themselves.</source>
        <translation>القوائم والحقول تحتاج {key} لنفسها.</translation>
    </message>
    <message>
        <source>Look at them and remove them, then do it again.</source>
        <translation>اطّلع عليها واحذفها، ثم أعد المحاولة.</translation>
    </message>
    <message>
        <source>Lost: {count} {rows}; kept: {kept}.</source>
        <translation>{rows}: المفقود {count}، والمحفوظ {kept}.</translation>
    </message>
    <message>
        <source>Majority</source>
        <translation>الأغلبية</translation>
    </message>
    <message>
        <source>Make a review of it, together with others&apos; files.</source>
        <translation>أنشئ منه مراجعة مع ملفات غيره.</translation>
    </message>
    <message>
        <source>Make it or fetch it again.</source>
        <translation>أنشئه أو نزّله من جديد.</translation>
    </message>
    <message>
        <source>Make room and try again.</source>
        <translation>أفسح مكانًا ثم أعد المحاولة.</translation>
    </message>
    <message>
        <source>Make room, or choose another folder for backups in the settings.</source>
        <translation>أفسح مكانًا، أو اختر في الإعدادات مجلدًا آخر للنسخ الاحتياطية.</translation>
    </message>
    <message>
        <source>Marking an article as done accepts the suggestions that are shown and undecided.</source>
        <translation>إنهاء المقال يقبل الاقتراحات الظاهرة التي لم تُحسم.</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>المقياس</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>البيانات الوصفية</translation>
    </message>
    <message>
        <source>Metadata that go along, by name; none named is all.</source>
        <translation>البيانات الوصفية المرافقة، بأسمائها؛ وإن لم يُسمّ شيء فكلها.</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>ناقص</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Name a TOML file or one of: {ids}.</source>
        <translation>سمّ ملف TOML أو واحدة من: {ids}.</translation>
    </message>
    <message>
        <source>Name it with --column text=NAME, one of: {names}.</source>
        <translation>سمّه بالخيار ‎--column text=NAME‎، وهو أحد: {names}.</translation>
    </message>
    <message>
        <source>Name lists</source>
        <translation>قوائم الأسماء</translation>
    </message>
    <message>
        <source>Name two or more; one alone shares no articles.</source>
        <translation>سمّ اثنين أو أكثر؛ الواحد لا يشترك في مقالات مع أحد.</translation>
    </message>
    <message>
        <source>Near-duplicates stay in one part</source>
        <translation>المقالات شبه المكررة تبقى في جزء واحد</translation>
    </message>
    <message>
        <source>News as JSON objects</source>
        <translation>أخبار بصيغة JSON</translation>
    </message>
    <message>
        <source>News file (SGML, &lt;DOC&gt;)</source>
        <translation>ملف أخبار (SGML، ‎&lt;DOC&gt;‎)</translation>
    </message>
    <message>
        <source>No annotator of this name: {name}.</source>
        <translation>لا واسم بهذا الاسم: {name}.</translation>
    </message>
    <message>
        <source>No article is in the part {part}.</source>
        <translation>لا مقال في الجزء {part}.</translation>
    </message>
    <message>
        <source>No article to write fits the choice.</source>
        <translation>لا مقال يوافق الاختيار.</translation>
    </message>
    <message>
        <source>No article was annotated by all of the annotators.</source>
        <translation>لم يوسم أي مقال من جميع الواسمين.</translation>
    </message>
    <message>
        <source>No article was annotated by two of the annotators.</source>
        <translation>لم يوسم أي مقال من واسمَين.</translation>
    </message>
    <message>
        <source>No article was found.</source>
        <translation>لم يوجد أي مقال.</translation>
    </message>
    <message>
        <source>No backup could be made: {reason}.</source>
        <translation>تعذّر صنع نسخة احتياطية: {reason}.</translation>
    </message>
    <message>
        <source>No camel-tools model is installed.</source>
        <translation>لم يُثبّت أي نموذج من camel-tools.</translation>
    </message>
    <message>
        <source>No column was found that holds the text of articles.</source>
        <translation>لم يُعثر على عمود فيه نصوص المقالات.</translation>
    </message>
    <message>
        <source>No font with Arabic letters is installed: articles show as empty boxes.</source>
        <translation>لا خط مثبّتًا فيه حروف عربية: تظهر المقالات مربعات فارغة.</translation>
    </message>
    <message>
        <source>No project can be made here: {reason}.</source>
        <translation>لا يمكن إنشاء مشروع هنا: {reason}.</translation>
    </message>
    <message>
        <source>No quote of one answers a quote of another.</source>
        <translation>لا اقتباس عند أحدهم يقابل اقتباسًا عند آخر.</translation>
    </message>
    <message>
        <source>No scheduler answers: {reason}.</source>
        <translation>لا يجيب خادم الجدولة: {reason}.</translation>
    </message>
    <message>
        <source>No text was found in the page.</source>
        <translation>لم يُعثر على نص في الصفحة.</translation>
    </message>
    <message>
        <source>No token begins where {entity} does; left out.</source>
        <translation>لا تبدأ أي كلمة حيث يبدأ {entity}؛ تُرك.</translation>
    </message>
    <message>
        <source>No window can be opened here: {reason}</source>
        <translation>لا يمكن فتح نافذة هنا: {reason}</translation>
    </message>
    <message>
        <source>No window can be opened here: {reason}.</source>
        <translation>لا يمكن فتح نافذة هنا: {reason}.</translation>
    </message>
    <message>
        <source>Nobody is named to share the articles.</source>
        <translation>لم يُسمّ أحد لتُوزّع عليه المقالات.</translation>
    </message>
    <message>
        <source>Nobody marked a quote.</source>
        <translation>لم يُعلّم أحد اقتباسًا.</translation>
    </message>
    <message>
        <source>Nobody marked anything.</source>
        <translation>لم يُعلّم أحد شيئًا.</translation>
    </message>
    <message>
        <source>Nobody&apos;s set of this article is left out: others of the file are named.</source>
        <translation>تُرك من هذا المقال عمل لا صاحب له، لأن في الملف واسمين بأسمائهم.</translation>
    </message>
    <message>
        <source>None of them is right</source>
        <translation>لا أحد منهم مصيب</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>عادي</translation>
    </message>
    <message>
        <source>Not as it was: {what} ({count}).</source>
        <translation>ليس كما كان: {what} ({count}).</translation>
    </message>
    <message>
        <source>Not decided yet</source>
        <translation>لم يُحسم بعد</translation>
    </message>
    <message>
        <source>Nothing to mark here</source>
        <translation>لا شيء يُوسم هنا</translation>
    </message>
    <message>
        <source>Nothing was installed.</source>
        <translation>لم يُثبّت شيء.</translation>
    </message>
    <message>
        <source>Nothing was installed. Try again.</source>
        <translation>لم يُثبّت شيء. أعد المحاولة.</translation>
    </message>
    <message>
        <source>Nothing was written. Please report this with the file.</source>
        <translation>لم يُكتب شيء. أبلغ عن هذا مع الملف من فضلك.</translation>
    </message>
    <message>
        <source>Of the quote, the format has cue, source and content alone.</source>
        <translation>لا تحمل الصيغة من الاقتباس إلا لفظ القول والمصدر والمضمون.</translation>
    </message>
    <message>
        <source>One a day, made when the project is opened; the oldest goes. 0 makes none.</source>
        <translation>نسخة كل يوم عند فتح المشروع، وتُحذف الأقدم. 0: لا نسخ.</translation>
    </message>
    <message>
        <source>Only one label occurs: among labelled words nothing tells agreement from chance.</source>
        <translation>لا يرد إلا تصنيف واحد: فلا شيء بين الكلمات المصنفة يميّز الاتفاق من المصادفة.</translation>
    </message>
    <message>
        <source>Only spans and relations of quotes are taken; left out of {layer}: {count}.</source>
        <translation>لا تؤخذ إلا المقاطع وعلاقات الاقتباسات؛ المتروك من {layer}: {count}.</translation>
    </message>
    <message>
        <source>Only {annotator} has this article: nobody to agree with.</source>
        <translation>هذا المقال عند {annotator} وحده، فلا أحد يوافقه.</translation>
    </message>
    <message>
        <source>Open it in INCEpTION and export it as UIMA CAS JSON.</source>
        <translation>افتحه في INCEpTION وصدّره بصيغة UIMA CAS JSON.</translation>
    </message>
    <message>
        <source>Open it in an office program and save it again.</source>
        <translation>افتحه في برنامج مكتبي واحفظه من جديد.</translation>
    </message>
    <message>
        <source>Open it with a newer annotator. The file was not changed.</source>
        <translation>افتحه بنسخة أحدث من annotator. لم يتغير الملف.</translation>
    </message>
    <message>
        <source>Open the last project at the start</source>
        <translation>فتح آخر مشروع عند البدء</translation>
    </message>
    <message>
        <source>Organisation names by their form</source>
        <translation>أسماء الجهات من صيغتها</translation>
    </message>
    <message>
        <source>Other names of labels</source>
        <translation>أسماء أخرى للتصنيفات</translation>
    </message>
    <message>
        <source>Overlaps quote {other}, and neither is nested in the other.</source>
        <translation>يتداخل مع الاقتباس {other}، وليس أحدهما داخل الآخر.</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>الجزء</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>الأجزاء</translation>
    </message>
    <message>
        <source>Parts of the quote with but a line end between become one.</source>
        <translation>تُدمج أجزاء الاقتباس التي لا يفصلها إلا نهاية سطر.</translation>
    </message>
    <message>
        <source>Persons by their titles and first names</source>
        <translation>الأشخاص من ألقابهم وأسمائهم الأولى</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>نص عادي</translation>
    </message>
    <message>
        <source>Prodigy JSONL</source>
        <translation>Prodigy JSONL</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>البرنامج</translation>
    </message>
    <message>
        <source>Put the input back as it was, or begin anew with --force.</source>
        <translation>أعد الدخل كما كان، أو ابدأ من جديد بـ ‎--force.</translation>
    </message>
    <message>
        <source>Put the two into one folder.</source>
        <translation>ضع الملفين في مجلد واحد.</translation>
    </message>
    <message>
        <source>Quote&apos;s content</source>
        <translation>مضمون الاقتباس</translation>
    </message>
    <message>
        <source>Quote&apos;s cue</source>
        <translation>لفظ القول</translation>
    </message>
    <message>
        <source>Quote&apos;s type</source>
        <translation>نوع الاقتباس</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation>الاقتباسات</translation>
    </message>
    <message>
        <source>Quotes by rule</source>
        <translation>الاقتباسات بالقواعد</translation>
    </message>
    <message>
        <source>Quotes: F1 of content, exact</source>
        <translation>الاقتباسات: F1 للمضمون، تطابق تام</translation>
    </message>
    <message>
        <source>Quotes: F1 of content, half in common</source>
        <translation>الاقتباسات: F1 للمضمون، نصفه مشترك</translation>
    </message>
    <message>
        <source>Quotes: cue</source>
        <translation>الاقتباسات: لفظ القول</translation>
    </message>
    <message>
        <source>Quotes: source</source>
        <translation>الاقتباسات: المصدر</translation>
    </message>
    <message>
        <source>Quotes: type</source>
        <translation>الاقتباسات: النوع</translation>
    </message>
    <message>
        <source>Read as plain text, though its name is that of a table. As a table it is read with --format {format} --column text=NAME, one of: {names}.</source>
        <translation>قُرئ نصًا عاديًا مع أن اسمه اسم جدول. يُقرأ جدولًا بـ ‎--format {format} ‎--column text=NAME، والعمود أحد هذه: {names}.</translation>
    </message>
    <message>
        <source>Read as {encoding}, as the page says.</source>
        <translation>قُرئت بترميز {encoding} كما تقول الصفحة.</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>القراءة</translation>
    </message>
    <message>
        <source>Reading width</source>
        <translation>عرض القراءة</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>أحدث المشاريع</translation>
    </message>
    <message>
        <source>Remove it and download it again: annotator models</source>
        <translation>احذفه ونزّله من جديد: annotator models</translation>
    </message>
    <message>
        <source>Remove the line that begins with {sign}.</source>
        <translation>احذف السطر الذي يبدأ بـ {sign}.</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>المراجع</translation>
    </message>
    <message>
        <source>Rows are the labels of the first of the two, columns those of the second; the last row and column count spans that the other one has not.</source>
        <translation>الصفوف تصنيفات الأول من الاثنين، والأعمدة تصنيفات الثاني؛ والصف الأخير والعمود الأخير يعدّان المقاطع التي ليست عند الآخر.</translation>
    </message>
    <message>
        <source>Save a copy of what is open (File menu), or put the file back; then close the project and open it again.</source>
        <translation>احفظ نسخة مما هو مفتوح (قائمة «ملف»)، أو أعد الملف إلى مكانه؛ ثم أغلق المشروع وافتحه من جديد.</translation>
    </message>
    <message>
        <source>Save it again as CSV in UTF-8.</source>
        <translation>احفظه من جديد بصيغة CSV وبترميز UTF-8.</translation>
    </message>
    <message>
        <source>Save the text as UTF-8.</source>
        <translation>احفظ النص بترميز UTF-8.</translation>
    </message>
    <message>
        <source>See annotator --help for the commands.</source>
        <translation>الأوامر في annotator ‎--help.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>البذرة</translation>
    </message>
    <message>
        <source>Settings are kept until the program ends: {reason}.</source>
        <translation>تبقى الإعدادات حتى إغلاق البرنامج: {reason}.</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>المحسوم</translation>
    </message>
    <message>
        <source>Shares of train, dev and test, by article: 80/10/10. Empty is one.</source>
        <translation>أنصبة التدريب والتطوير والاختبار بحسب المقال: 80/10/10. والفارغ جزء واحد.</translation>
    </message>
    <message>
        <source>Show diacritics</source>
        <translation>إظهار التشكيل</translation>
    </message>
    <message>
        <source>Show tatweel</source>
        <translation>إظهار التطويل</translation>
    </message>
    <message>
        <source>Shuffle the articles</source>
        <translation>خلط المقالات</translation>
    </message>
    <message>
        <source>Shuffled</source>
        <translation>خُلطت</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>الحجم</translation>
    </message>
    <message>
        <source>Size of the article</source>
        <translation>حجم المقال</translation>
    </message>
    <message>
        <source>Spans</source>
        <translation>المقاطع</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>المتحدث</translation>
    </message>
    <message>
        <source>Split it into articles.</source>
        <translation>قسّمه إلى مقالات.</translation>
    </message>
    <message>
        <source>Split words at span edges</source>
        <translation>قسم الكلمات عند حدود المقاطع</translation>
    </message>
    <message>
        <source>Start it again; the same command goes on.</source>
        <translation>شغّله ثانية؛ الأمر نفسه يتابع.</translation>
    </message>
    <message>
        <source>Start it on a screen (DISPLAY names none here), and install the system packages that the README names. “annotator --help” lists what needs no window.</source>
        <translation>شغّله على شاشة (لا يدلّ DISPLAY على شاشة هنا)، وثبّت حزم النظام المذكورة في README. يعرض «annotator ‎--help» ما لا يحتاج إلى نافذة.</translation>
    </message>
    <message>
        <source>Start some: dask worker {address}</source>
        <translation>شغّل بعضهم: dask worker {address}</translation>
    </message>
    <message>
        <source>Stopped; the parts that are done stay.</source>
        <translation>توقّف؛ والأجزاء المنجزة باقية.</translation>
    </message>
    <message>
        <source>Suggest when an article is opened</source>
        <translation>الاقتراح عند فتح المقال</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>الاقتراحات</translation>
    </message>
    <message>
        <source>Suggestions are gone through by score, not as they stand in the text.</source>
        <translation>يكون المرور على الاقتراحات بحسب درجتها لا بحسب موضعها في النص.</translation>
    </message>
    <message>
        <source>Suggestions with a lower score are hidden: a percentage, 0 shows all.</source>
        <translation>تُخفى الاقتراحات الأدنى درجة: نسبة مئوية، و0 يُظهر الكل.</translation>
    </message>
    <message>
        <source>Surest suggestions first</source>
        <translation>الأوثق من الاقتراحات أولًا</translation>
    </message>
    <message>
        <source>Table of articles (CSV, TSV)</source>
        <translation>جدول مقالات (CSV أو TSV)</translation>
    </message>
    <message>
        <source>Table of articles (Excel)</source>
        <translation>جدول مقالات (Excel)</translation>
    </message>
    <message>
        <source>Table of spans, CSV</source>
        <translation>جدول المقاطع، بصيغة CSV</translation>
    </message>
    <message>
        <source>Table of spans, Parquet</source>
        <translation>جدول المقاطع، بصيغة Parquet</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>الشارات</translation>
    </message>
    <message>
        <source>Take the project or a JSONL file instead.</source>
        <translation>خذ المشروع أو ملف JSONL بدلًا منها.</translation>
    </message>
    <message>
        <source>Taken from {names}</source>
        <translation>أُخذ من {names}</translation>
    </message>
    <message>
        <source>The Parquet file cannot be read: {reason}.</source>
        <translation>تتعذّر قراءة ملف Parquet: {reason}.</translation>
    </message>
    <message>
        <source>The alias {name} stands for no other label.</source>
        <translation>الاسم الآخر {name} لا يدل على تصنيف سواه.</translation>
    </message>
    <message>
        <source>The answer is far too long</source>
        <translation>الرد أطول بكثير مما ينبغي</translation>
    </message>
    <message>
        <source>The archive holds “{name}”, which would land outside its folder</source>
        <translation>في الأرشيف «{name}»، وموضعه خارج مجلده</translation>
    </message>
    <message>
        <source>The archive is damaged</source>
        <translation>الأرشيف تالف</translation>
    </message>
    <message>
        <source>The archive unpacks to far too much</source>
        <translation>محتوى الأرشيف أكبر بكثير مما ينبغي</translation>
    </message>
    <message>
        <source>The article has no text; left out.</source>
        <translation>المقال بلا نص؛ تُرك.</translation>
    </message>
    <message>
        <source>The article has no words; left out.</source>
        <translation>لا كلمات في المقال؛ تُرك.</translation>
    </message>
    <message>
        <source>The article is new here.</source>
        <translation>المقال جديد هنا.</translation>
    </message>
    <message>
        <source>The article {article} does not read back as written.</source>
        <translation>لا يُقرأ المقال {article} كما كُتب.</translation>
    </message>
    <message>
        <source>The built-in model is not installed.</source>
        <translation>النموذج المدمج غير مثبّت.</translation>
    </message>
    <message>
        <source>The cluster has no worker.</source>
        <translation>لا عاملين في العنقود.</translation>
    </message>
    <message>
        <source>The colour of {label} is not of the form #2f6fdb.</source>
        <translation>لون {label} ليس على شكل ‎#2f6fdb.</translation>
    </message>
    <message>
        <source>The columns are: {names}.</source>
        <translation>الأعمدة هي: {names}.</translation>
    </message>
    <message>
        <source>The comment {key} holds no JSON object; left out.</source>
        <translation>لا يحوي التعليق {key} كائن JSON؛ تُرك.</translation>
    </message>
    <message>
        <source>The content takes in one quotation mark and leaves its partner out.</source>
        <translation>يشمل المضمون إحدى علامتي التنصيص دون الأخرى.</translation>
    </message>
    <message>
        <source>The database is damaged: {fault}.</source>
        <translation>قاعدة البيانات تالفة: {fault}.</translation>
    </message>
    <message>
        <source>The disk is full; nothing was saved.</source>
        <translation>القرص ممتلئ؛ لم يُحفظ شيء.</translation>
    </message>
    <message>
        <source>The disk reports an error; nothing was saved.</source>
        <translation>أبلغ القرص عن خطأ؛ لم يُحفظ شيء.</translation>
    </message>
    <message>
        <source>The downloaded file is damaged or not genuine</source>
        <translation>الملف المنزّل تالف أو غير أصلي</translation>
    </message>
    <message>
        <source>The end tag of {element} is missing; it ends where the next one begins.</source>
        <translation>وسم نهاية {element} ناقص؛ ينتهي حيث يبدأ ما بعده.</translation>
    </message>
    <message>
        <source>The file cannot be read as guidelines.</source>
        <translation>لا يُقرأ الملف على أنه إرشادات.</translation>
    </message>
    <message>
        <source>The file cannot be read: {reason}.</source>
        <translation>لا يمكن قراءة الملف: {reason}.</translation>
    </message>
    <message>
        <source>The file cannot be written: {reason}.</source>
        <translation>لا يمكن كتابة الملف: {reason}.</translation>
    </message>
    <message>
        <source>The file declares a document type; it is not read.</source>
        <translation>يعلن الملف نوع مستند (document type)؛ لن يُقرأ.</translation>
    </message>
    <message>
        <source>The file does not name columns FORM and START:END.</source>
        <translation>لا يسمّي الملف العمودين FORM وSTART:END.</translation>
    </message>
    <message>
        <source>The file exists.</source>
        <translation>الملف موجود.</translation>
    </message>
    <message>
        <source>The file has changed since.</source>
        <translation>تغيّر الملف منذ ذلك الحين.</translation>
    </message>
    <message>
        <source>The file has come since.</source>
        <translation>أُضيف الملف بعد ذلك.</translation>
    </message>
    <message>
        <source>The file has no text.</source>
        <translation>لا نص في الملف.</translation>
    </message>
    <message>
        <source>The file has several texts; {name} is taken, the others are left out.</source>
        <translation>في الملف نصوص عدة؛ أُخذ {name} وتُرك ما سواه.</translation>
    </message>
    <message>
        <source>The file holds nothing but white space.</source>
        <translation>ليس في الملف سوى مسافات.</translation>
    </message>
    <message>
        <source>The file is damaged or locked: {reason}.</source>
        <translation>الملف تالف أو مقفل: {reason}.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>الملف فارغ.</translation>
    </message>
    <message>
        <source>The file is gone.</source>
        <translation>لم يعد الملف موجودًا.</translation>
    </message>
    <message>
        <source>The file is not JSON.</source>
        <translation>الملف ليس JSON.</translation>
    </message>
    <message>
        <source>The file is not XML: {reason}.</source>
        <translation>الملف ليس بصيغة XML: {reason}.</translation>
    </message>
    <message>
        <source>The file is too large for one article.</source>
        <translation>الملف أكبر من أن يكون مقالًا واحدًا.</translation>
    </message>
    <message>
        <source>The file would be too large when unpacked.</source>
        <translation>سيكون الملف أكبر مما ينبغي بعد فكّ ضغطه.</translation>
    </message>
    <message>
        <source>The files are by {names}.</source>
        <translation>الملفات من عمل {names}.</translation>
    </message>
    <message>
        <source>The folder cannot be made: {reason}.</source>
        <translation>لا يمكن إنشاء المجلد: {reason}.</translation>
    </message>
    <message>
        <source>The folder exists.</source>
        <translation>المجلد موجود.</translation>
    </message>
    <message>
        <source>The folder holds files of other origin.</source>
        <translation>في المجلد ملفات من مصدر آخر.</translation>
    </message>
    <message>
        <source>The format cannot hold some control characters of the text; replaced.</source>
        <translation>لا تتسع الصيغة لبعض محارف التحكم في النص؛ استُبدلت.</translation>
    </message>
    <message>
        <source>The format does not keep {field}; left out: {count}.</source>
        <translation>لا تحفظ الصيغة {field}؛ ما تُرك: {count}.</translation>
    </message>
    <message>
        <source>The format has no flags; left out: {flags}.</source>
        <translation>لا علامات في هذه الصيغة؛ تُرك: {flags}.</translation>
    </message>
    <message>
        <source>The format has no labels with such characters; left out.</source>
        <translation>لا تقبل الصيغة تصنيفات فيها هذه الأحرف؛ تُرك.</translation>
    </message>
    <message>
        <source>The format has no notes; the note is left out.</source>
        <translation>لا ملاحظات في الصيغة؛ تُركت الملاحظة.</translation>
    </message>
    <message>
        <source>The format has no place for the quote&apos;s type and whether it is closed.</source>
        <translation>لا مكان في الصيغة لنوع الاقتباس ولا لكونه مغلقًا.</translation>
    </message>
    <message>
        <source>The format has no quotes; left out.</source>
        <translation>لا اقتباسات في الصيغة؛ تُرك.</translation>
    </message>
    <message>
        <source>The format has no relations: of the quote only the content is written, as a span.</source>
        <translation>ليس في الصيغة علاقات: يُكتب من الاقتباس مضمونه وحده مقطعًا.</translation>
    </message>
    <message>
        <source>The format has quotes alone; left out.</source>
        <translation>ليس في الصيغة إلا الاقتباسات؛ تُرك.</translation>
    </message>
    <message>
        <source>The gold has no article with this text.</source>
        <translation>لا مقال بهذا النص في المرجع.</translation>
    </message>
    <message>
        <source>The guidelines leave it open</source>
        <translation>الإرشادات لا تحسم</translation>
    </message>
    <message>
        <source>The id is no good or used twice; it is now {new}.</source>
        <translation>المعرّف غير صالح أو مكرر؛ صار {new}.</translation>
    </message>
    <message>
        <source>The key {key} is that of the label {holder}.</source>
        <translation>المفتاح {key} هو مفتاح التصنيف {holder}.</translation>
    </message>
    <message>
        <source>The keys of actions, where they differ from the usual ones.</source>
        <translation>مفاتيح الأوامر حيث تختلف عن المعتاد.</translation>
    </message>
    <message>
        <source>The label set cannot be read: {reason}.</source>
        <translation>لا يمكن قراءة مجموعة التصنيفات: {reason}.</translation>
    </message>
    <message>
        <source>The label set is not a TOML file: {reason}.</source>
        <translation>مجموعة التصنيفات ليست ملف TOML: {reason}.</translation>
    </message>
    <message>
        <source>The label {label} has white space: map it; left out.</source>
        <translation>في التصنيف {label} مسافة: ضع له مقابلًا؛ تُرك.</translation>
    </message>
    <message>
        <source>The label {label} is not in the project&apos;s label set.</source>
        <translation>التصنيف {label} ليس من تصنيفات المشروع.</translation>
    </message>
    <message>
        <source>The label {label} is not in the project&apos;s label set; spans: {count}.</source>
        <translation>التصنيف {label} ليس من تصنيفات المشروع؛ عدد المقاطع: {count}.</translation>
    </message>
    <message>
        <source>The language of the card&apos;s own words.</source>
        <translation>لغة كلمات البطاقة نفسها.</translation>
    </message>
    <message>
        <source>The language of the page&apos;s own words and of labels.</source>
        <translation>لغة كلمات الصفحة نفسها وأسماء التصنيفات.</translation>
    </message>
    <message>
        <source>The language of the window.</source>
        <translation>لغة النافذة.</translation>
    </message>
    <message>
        <source>The letters and the column grow together. Ctrl and the wheel.</source>
        <translation>تكبر الحروف والعمود معًا. Ctrl مع عجلة الفأرة.</translation>
    </message>
    <message>
        <source>The light program cannot run camel-tools&apos; models; the full one can (annotator-full).</source>
        <translation>البرنامج الخفيف لا يشغّل نماذج camel-tools، ويشغّلها البرنامج الكامل (annotator-full).</translation>
    </message>
    <message>
        <source>The line holds a number that is too long.</source>
        <translation>في السطر عدد أطول مما ينبغي.</translation>
    </message>
    <message>
        <source>The line is nested too deeply.</source>
        <translation>تداخل السطر أعمق مما ينبغي.</translation>
    </message>
    <message>
        <source>The line is no token with all its columns.</source>
        <translation>ليس السطر كلمة بكل أعمدتها.</translation>
    </message>
    <message>
        <source>The line is not JSON (column {column}).</source>
        <translation>السطر ليس JSON (العمود {column}).</translation>
    </message>
    <message>
        <source>The line is too long or does not fit the encoding {encoding}; it is left out.</source>
        <translation>السطر طويل جدًا أو لا يوافق الترميز {encoding}؛ تُرك.</translation>
    </message>
    <message>
        <source>The lines of the note become one.</source>
        <translation>تصير سطور الملاحظة سطرًا واحدًا.</translation>
    </message>
    <message>
        <source>The list of models is not on this machine yet</source>
        <translation>قائمة النماذج ليست على هذا الجهاز بعد</translation>
    </message>
    <message>
        <source>The longest line, at a size of 100%.</source>
        <translation>أطول سطر عند حجم 100%.</translation>
    </message>
    <message>
        <source>The model cannot be removed: {reason}</source>
        <translation>تعذّرت إزالة النموذج: {reason}</translation>
    </message>
    <message>
        <source>The names of the columns do not tell all: {text} is taken for the text, {title} for the title, {id} for the id. The option --column of an import says otherwise.</source>
        <translation>أسماء الأعمدة لا تكفي: اعتُبر {text} النص، و{title} العنوان، و{id} المعرّف. يغيّر ذلك الخيارُ ‎--column في الاستيراد.</translation>
    </message>
    <message>
        <source>The offsets do not count code points.</source>
        <translation>المواضع لا تعدّ نقاط الترميز.</translation>
    </message>
    <message>
        <source>The other file has no article with this text; it counts as empty.</source>
        <translation>لا مقال بهذا النص في الملف الآخر؛ يُعدّ فارغًا.</translation>
    </message>
    <message>
        <source>The picture cannot be written.</source>
        <translation>لا يمكن كتابة الصورة.</translation>
    </message>
    <message>
        <source>The project file cannot be opened.</source>
        <translation>لا يمكن فتح ملف المشروع.</translation>
    </message>
    <message>
        <source>The project file is damaged.</source>
        <translation>ملف المشروع تالف.</translation>
    </message>
    <message>
        <source>The project file was moved, deleted or replaced while it was open.</source>
        <translation>نُقل ملف المشروع أو حُذف أو استُبدل وهو مفتوح.</translation>
    </message>
    <message>
        <source>The project has this text as {id}; changes taken: {count}.</source>
        <translation>هذا النص في المشروع باسم {id}؛ التغييرات المأخوذة: {count}.</translation>
    </message>
    <message>
        <source>The project is open elsewhere; here it can be read but not changed.</source>
        <translation>المشروع مفتوح في مكان آخر؛ يمكن قراءته هنا دون تغييره.</translation>
    </message>
    <message>
        <source>The project is open for reading only.</source>
        <translation>المشروع مفتوح للقراءة فقط.</translation>
    </message>
    <message>
        <source>The project or its folder is read-only; nothing can be saved.</source>
        <translation>المشروع أو مجلده للقراءة فقط؛ لا يمكن حفظ شيء.</translation>
    </message>
    <message>
        <source>The project&apos;s label set has no {label}; written as it is.</source>
        <translation>ليس {label} من تصنيفات المشروع؛ يُكتب كما هو.</translation>
    </message>
    <message>
        <source>The projects that were opened last.</source>
        <translation>المشاريع التي فُتحت أخيرًا.</translation>
    </message>
    <message>
        <source>The quote grows to whole words in the columns; a comment line has it exactly.</source>
        <translation>يتسع الاقتباس إلى كلمات كاملة في الأعمدة؛ وهو بدقته في سطر تعليق.</translation>
    </message>
    <message>
        <source>The relation from {start} to {end} leads to no span; left out.</source>
        <translation>العلاقة من {start} إلى {end} لا تصل إلى مقطع؛ تُركت.</translation>
    </message>
    <message>
        <source>The results would lie among what is read.</source>
        <translation>ستقع النتائج بين ما يُقرأ.</translation>
    </message>
    <message>
        <source>The row does not fit the encoding {encoding}; left out.</source>
        <translation>لا يوافق السطر الترميز {encoding}؛ تُرك.</translation>
    </message>
    <message>
        <source>The row does not fit the text; left out.</source>
        <translation>لا يوافق السطر النص؛ تُرك.</translation>
    </message>
    <message>
        <source>The row has a quoted field that does not end well; left out, to line {last}.</source>
        <translation>في السطر حقل بين علامتي تنصيص لا ينتهي كما يجب؛ تُرك حتى السطر {last}.</translation>
    </message>
    <message>
        <source>The row has no tag; {form} is taken without one.</source>
        <translation>لا وسم في السطر؛ أُخذت {form} بلا وسم.</translation>
    </message>
    <message>
        <source>The row has no text in {column}; left out.</source>
        <translation>لا نص في العمود {column} من هذا السطر؛ تُرك.</translation>
    </message>
    <message>
        <source>The row has no token; left out.</source>
        <translation>لا كلمة في السطر؛ تُرك.</translation>
    </message>
    <message>
        <source>The row has {count} fields, not {wanted}; left out, to line {last}.</source>
        <translation>في السطر {count} من الحقول لا {wanted}؛ تُرك حتى السطر {last}.</translation>
    </message>
    <message>
        <source>The run in this folder cannot go on.</source>
        <translation>لا يمكن متابعة التشغيل الذي في هذا المجلد.</translation>
    </message>
    <message>
        <source>The run in this folder has {name} {before}, now it is {now}.</source>
        <translation>في التشغيل الذي في هذا المجلد {name} {before}، وهو الآن {now}.</translation>
    </message>
    <message>
        <source>The same command goes on.</source>
        <translation>الأمر نفسه يتابع.</translation>
    </message>
    <message>
        <source>The same seed gives the same parts and order.</source>
        <translation>البذرة نفسها تعطي الأجزاء نفسها والترتيب نفسه.</translation>
    </message>
    <message>
        <source>The scheduler is gone; what was done stays.</source>
        <translation>لم يعد خادم الجدولة موجودًا؛ وما أُنجز باقٍ.</translation>
    </message>
    <message>
        <source>The search only says what is not wanted.</source>
        <translation>البحث لا يذكر إلا ما لا يُراد.</translation>
    </message>
    <message>
        <source>The sentence cannot begin at {start}.</source>
        <translation>لا يمكن أن تبدأ الجملة عند {start}.</translation>
    </message>
    <message>
        <source>The server answered with error {status}</source>
        <translation>رد الخادم بالخطأ {status}</translation>
    </message>
    <message>
        <source>The server cannot be reached: is there a network?</source>
        <translation>لا يمكن الوصول إلى الخادم: هل توجد شبكة؟</translation>
    </message>
    <message>
        <source>The settings cannot be read; the defaults are used: {reason}.</source>
        <translation>لا يمكن قراءة الإعدادات؛ تُستعمل القيم الأصلية: {reason}.</translation>
    </message>
    <message>
        <source>The sheet {sheet} has no texts; left out.</source>
        <translation>لا نصوص في الورقة {sheet}؛ تُركت.</translation>
    </message>
    <message>
        <source>The span is in several parts; it is taken as one, from end to end.</source>
        <translation>المقطع مجزّأ؛ أُخذ مقطعًا واحدًا من أوله إلى آخره.</translation>
    </message>
    <message>
        <source>The span is not valid ({fault}).</source>
        <translation>المقطع غير صالح ({fault}).</translation>
    </message>
    <message>
        <source>The speaker stands inside what is quoted.</source>
        <translation>يقع المتحدث داخل ما يُقتبس.</translation>
    </message>
    <message>
        <source>The stroke that stretches a word; hidden, it stays stored.</source>
        <translation>المدّة التي تطيل الكلمة؛ تبقى محفوظة وإن أُخفيت.</translation>
    </message>
    <message>
        <source>The table cannot be read: {reason}.</source>
        <translation>تتعذّر قراءة الجدول: {reason}.</translation>
    </message>
    <message>
        <source>The tags are numbers whose names no README.md beside the file lists.</source>
        <translation>الوسوم أرقام لا يذكر أسماءها ملف README.md بجانب الملف.</translation>
    </message>
    <message>
        <source>The task has no text in its data; left out.</source>
        <translation>لا نص في بيانات المهمة؛ تُركت.</translation>
    </message>
    <message>
        <source>The text at {start} to {end} is {found}, not {stated}; left out.</source>
        <translation>النص من {start} إلى {end} هو {found} لا {stated}؛ تُرك.</translation>
    </message>
    <message>
        <source>The text boxes of the file are left out.</source>
        <translation>تُركت مربعات النص في الملف.</translation>
    </message>
    <message>
        <source>The text has changed since sha256 was written.</source>
        <translation>تغيّر النص منذ كتابة sha256.</translation>
    </message>
    <message>
        <source>The text holds half a character (a lone surrogate); left out.</source>
        <translation>في النص نصف محرف (surrogate منفرد)؛ تُرك.</translation>
    </message>
    <message>
        <source>The text is ambiguous</source>
        <translation>النص ملتبس</translation>
    </message>
    <message>
        <source>The text {name} is not beside the annotations.</source>
        <translation>النص {name} ليس بجانب ملف الوسم.</translation>
    </message>
    <message>
        <source>The value would take too much memory.</source>
        <translation>تحتاج القيمة إلى ذاكرة أكثر مما ينبغي.</translation>
    </message>
    <message>
        <source>There are no two annotators in these files: {names}.</source>
        <translation>ليس في هذه الملفات واسمان اثنان: {names}.</translation>
    </message>
    <message>
        <source>There are too few annotators.</source>
        <translation>الواسمون أقل مما يلزم.</translation>
    </message>
    <message>
        <source>There is a file or folder of this name already.</source>
        <translation>يوجد ملف أو مجلد بهذا الاسم.</translation>
    </message>
    <message>
        <source>There is a file or folder of this name.</source>
        <translation>ثمة ملف أو مجلد بهذا الاسم.</translation>
    </message>
    <message>
        <source>There is a label {label} already.</source>
        <translation>هناك تصنيف {label} من قبل.</translation>
    </message>
    <message>
        <source>There is no article in the file.</source>
        <translation>لا مقال في الملف.</translation>
    </message>
    <message>
        <source>There is no article to share out.</source>
        <translation>ليس من مقال يُوزّع.</translation>
    </message>
    <message>
        <source>There is no article to work on.</source>
        <translation>لا مقال للعمل عليه.</translation>
    </message>
    <message>
        <source>There is no column {name}.</source>
        <translation>لا يوجد عمود باسم {name}.</translation>
    </message>
    <message>
        <source>There is no engine {name}.</source>
        <translation>لا محرك باسم {name}.</translation>
    </message>
    <message>
        <source>There is no model in this folder</source>
        <translation>لا نموذج في هذا المجلد</translation>
    </message>
    <message>
        <source>There is no model named “{name}”</source>
        <translation>لا نموذج باسم «{name}»</translation>
    </message>
    <message>
        <source>There is no such file or command.</source>
        <translation>لا ملف ولا أمر بهذا الاسم.</translation>
    </message>
    <message>
        <source>There is no such file, or it cannot be read.</source>
        <translation>لا ملف بهذا الاسم، أو لا يمكن قراءته.</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>لا ملف بهذا الاسم.</translation>
    </message>
    <message>
        <source>There is no such label set.</source>
        <translation>لا مجموعة تصنيفات بهذا الاسم.</translation>
    </message>
    <message>
        <source>There is no word to compare.</source>
        <translation>لا كلمة للمقارنة.</translation>
    </message>
    <message>
        <source>There is nothing in the brackets.</source>
        <translation>لا شيء بين القوسين.</translation>
    </message>
    <message>
        <source>There is only one annotator.</source>
        <translation>ليس هناك إلا واسم واحد.</translation>
    </message>
    <message>
        <source>There is too little to learn from.</source>
        <translation>ما يُتعلّم منه قليل جدًا.</translation>
    </message>
    <message>
        <source>These engines are not asked for suggestions.</source>
        <translation>لا تُطلب اقتراحات من هذه المحركات.</translation>
    </message>
    <message>
        <source>This file belongs to another project.</source>
        <translation>هذا الملف من مشروع آخر.</translation>
    </message>
    <message>
        <source>This file is empty, not a project file.</source>
        <translation>هذا ملف فارغ، وليس ملف مشروع.</translation>
    </message>
    <message>
        <source>This file was not made by sharing a project.</source>
        <translation>لم يُصنع هذا الملف بتقسيم مشروع.</translation>
    </message>
    <message>
        <source>This folder holds no model that can be read.</source>
        <translation>لا نموذج يمكن قراءته في هذا المجلد.</translation>
    </message>
    <message>
        <source>This format needs {package}, which is not there.</source>
        <translation>تحتاج هذه الصيغة إلى {package}، وهو غير مثبّت.</translation>
    </message>
    <message>
        <source>This is WebAnno TSV of a version that is not read.</source>
        <translation>هذا ملف WebAnno TSV من إصدار لا يُقرأ.</translation>
    </message>
    <message>
        <source>This is a database of another program, no project.</source>
        <translation>هذه قاعدة بيانات برنامج آخر، وليست مشروعًا.</translation>
    </message>
    <message>
        <source>This is a file.</source>
        <translation>هذا ملف.</translation>
    </message>
    <message>
        <source>This is a folder, not a project file.</source>
        <translation>هذا مجلد، وليس ملف مشروع.</translation>
    </message>
    <message>
        <source>This is a folder.</source>
        <translation>هذا مجلد.</translation>
    </message>
    <message>
        <source>This is another format.</source>
        <translation>هذه صيغة أخرى.</translation>
    </message>
    <message>
        <source>This is in the reviewed article already.</source>
        <translation>هذا موجود من قبل في المقال بعد مراجعته.</translation>
    </message>
    <message>
        <source>This is no Word file: it has no text part.</source>
        <translation>ليس هذا ملف Word: لا جزء فيه للنص.</translation>
    </message>
    <message>
        <source>This is no article: an object with a text.</source>
        <translation>ليس هذا مقالًا: المقال كائن له نص.</translation>
    </message>
    <message>
        <source>This is no object; left out.</source>
        <translation>ليس هذا كائنًا؛ تُرك.</translation>
    </message>
    <message>
        <source>This is no share of the articles: {share}.</source>
        <translation>ليست هذه حصة من المقالات: {share}.</translation>
    </message>
    <message>
        <source>This is no split: {text}.</source>
        <translation>ليست هذه قسمة: {text}.</translation>
    </message>
    <message>
        <source>This is not a list of models</source>
        <translation>ليست هذه قائمة نماذج</translation>
    </message>
    <message>
        <source>This is not a project file.</source>
        <translation>ليس هذا ملف مشروع.</translation>
    </message>
    <message>
        <source>This is not a text file.</source>
        <translation>ليس هذا ملفًا نصيًا.</translation>
    </message>
    <message>
        <source>This is not a zip archive</source>
        <translation>ليس هذا أرشيف zip</translation>
    </message>
    <message>
        <source>This is not the folder of a NERecognizer model</source>
        <translation>ليس هذا مجلد نموذج NERecognizer</translation>
    </message>
    <message>
        <source>This is the project itself.</source>
        <translation>هذا هو المشروع نفسه.</translation>
    </message>
    <message>
        <source>This model cannot be loaded.</source>
        <translation>لا يمكن تحميل هذا النموذج.</translation>
    </message>
    <message>
        <source>This model&apos;s file can hold a program, so it is not opened.</source>
        <translation>قد يحمل ملف هذا النموذج برنامجًا، فلا يُفتح.</translation>
    </message>
    <message>
        <source>This names no label: {text}.</source>
        <translation>هذا لا يسمّي تصنيفًا: {text}.</translation>
    </message>
    <message>
        <source>This page was written for reading and printing alone.</source>
        <translation>كُتبت هذه الصفحة للقراءة والطباعة فقط.</translation>
    </message>
    <message>
        <source>This program comes without it; annotator for Python can have it.</source>
        <translation>هذا البرنامج لا يتضمنها، ويمكن إضافتها إلى annotator المثبّت مع Python.</translation>
    </message>
    <message>
        <source>This project has schema version {version}; this program knows up to {known}.</source>
        <translation>إصدار مخطط هذا المشروع {version}؛ ويعرف هذا البرنامج حتى {known}.</translation>
    </message>
    <message>
        <source>This project holds the work of {names}.</source>
        <translation>في هذا المشروع عمل {names}.</translation>
    </message>
    <message>
        <source>This project is no review.</source>
        <translation>هذا المشروع ليس مراجعة.</translation>
    </message>
    <message>
        <source>This project is of an older version and has to be upgraded.</source>
        <translation>هذا المشروع من إصدار أقدم ويجب ترقيته.</translation>
    </message>
    <message>
        <source>This project is of an older version, and no copy could be made before upgrading it.</source>
        <translation>هذا المشروع من إصدار أقدم، وتعذّر نسخه قبل الترقية.</translation>
    </message>
    <message>
        <source>This project is open in the window.</source>
        <translation>هذا المشروع مفتوح في النافذة.</translation>
    </message>
    <message>
        <source>This project was never shared out.</source>
        <translation>لم يُقسّم هذا المشروع قط.</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>الكلمات</translation>
    </message>
    <message>
        <source>Training from scratch needs the package {name}.</source>
        <translation>التدريب من الصفر يحتاج إلى الحزمة {name}.</translation>
    </message>
    <message>
        <source>Try again later, or name another address.</source>
        <translation>أعد المحاولة لاحقًا، أو سمّ عنوانًا آخر.</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>أعد المحاولة لاحقًا.</translation>
    </message>
    <message>
        <source>Two annotators are called {name}.</source>
        <translation>واسمان اسمهما {name}.</translation>
    </message>
    <message>
        <source>Two labels share the id or key {name}.</source>
        <translation>لتصنيفين المعرّف أو المفتاح نفسه: {name}.</translation>
    </message>
    <message>
        <source>Two spans have this id; the second is left out.</source>
        <translation>لمقطعين المعرّف نفسه؛ تُرك الثاني.</translation>
    </message>
    <message>
        <source>Two spans or quotes have the same id in it.</source>
        <translation>فيه مقطعان أو اقتباسان بالمعرّف نفسه.</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Unknown encoding: {name}.</source>
        <translation>ترميز غير معروف: {name}.</translation>
    </message>
    <message>
        <source>Unknown format: {name}.</source>
        <translation>صيغة غير معروفة: {name}.</translation>
    </message>
    <message>
        <source>Unknown rule: {name}.</source>
        <translation>قاعدة غير معروفة: {name}.</translation>
    </message>
    <message>
        <source>Unpack it, then choose the files.</source>
        <translation>فُكّ ضغطه، ثم اختر الملفات.</translation>
    </message>
    <message>
        <source>Use a name such as utf-8, cp1256 or iso8859-6.</source>
        <translation>استعمل اسمًا مثل utf-8 أو cp1256 أو iso8859-6.</translation>
    </message>
    <message>
        <source>Wait for its end, or give another folder.</source>
        <translation>انتظر انتهاءه، أو أعطِ مجلدًا آخر.</translation>
    </message>
    <message>
        <source>Wait until that ends, or stop it; then do it again.</source>
        <translation>انتظر حتى ينتهي ذلك أو أوقفه، ثم أعد المحاولة.</translation>
    </message>
    <message>
        <source>Weakest suggestion shown</source>
        <translation>أضعف اقتراح يظهر</translation>
    </message>
    <message>
        <source>What at least so many annotators marked the same.</source>
        <translation>ما علّمه هذا العدد من الواسمين على الأقل تعليمًا واحدًا.</translation>
    </message>
    <message>
        <source>What could not be compared</source>
        <translation>ما تعذّرت مقارنته</translation>
    </message>
    <message>
        <source>What everyone who has the article marked the same.</source>
        <translation>ما علّمه كلُّ من عنده المقال تعليمًا واحدًا.</translation>
    </message>
    <message>
        <source>What has come is kept; the next try goes on where this one stopped.</source>
        <translation>ما وصل محفوظ؛ والمحاولة التالية تتابع من حيث توقفت هذه.</translation>
    </message>
    <message>
        <source>What is marked leaves no room for disagreement by chance.</source>
        <translation>ما عُلّم لا يترك مجالًا لاختلاف بالمصادفة.</translation>
    </message>
    <message>
        <source>What is written.</source>
        <translation>ما يُكتب.</translation>
    </message>
    <message>
        <source>What more than half of those who have the article marked the same.</source>
        <translation>ما علّمه أكثر من نصف من عندهم المقال تعليمًا واحدًا.</translation>
    </message>
    <message>
        <source>What the card says of the licence: CC-BY-4.0.</source>
        <translation>ما تقوله البطاقة عن الرخصة: CC-BY-4.0.</translation>
    </message>
    <message>
        <source>What the guidelines leave open</source>
        <translation>ما لا تحسمه الإرشادات</translation>
    </message>
    <message>
        <source>What {annotator} has here has gone another way: both are kept, as {name}.</source>
        <translation>ما لدى {annotator} هنا سلك طريقًا آخر: حُفظ الاثنان، والثاني باسم {name}.</translation>
    </message>
    <message>
        <source>Where an edge falls inside a word: cut it, or widen the span.</source>
        <translation>حيث يقع الحد داخل كلمة: تُقسم، أو يُوسّع المقطع.</translation>
    </message>
    <message>
        <source>Where annotators differ</source>
        <translation>أين يختلف الواسمون</translation>
    </message>
    <message>
        <source>Which articles are written.</source>
        <translation>أي المقالات تُكتب.</translation>
    </message>
    <message>
        <source>Which spans and quotes are written.</source>
        <translation>أي المقاطع والاقتباسات تُكتب.</translation>
    </message>
    <message>
        <source>Who is quoted</source>
        <translation>من يُنقل عنه</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Widen spans to whole words</source>
        <translation>توسيع المقاطع إلى كلمات كاملة</translation>
    </message>
    <message>
        <source>With a dataset card</source>
        <translation>مع بطاقة للبيانات</translation>
    </message>
    <message>
        <source>Without it, the welcome page comes first; Enter opens the last project.</source>
        <translation>بدونه تظهر صفحة الترحيب أولًا؛ وفيها Enter يفتح آخر مشروع.</translation>
    </message>
    <message>
        <source>Word (DOCX)</source>
        <translation>‏Word ‏(DOCX)</translation>
    </message>
    <message>
        <source>Work in parts needs Dask, which is not there.</source>
        <translation>العمل على أجزاء يحتاج إلى Dask، وهو غير موجود.</translation>
    </message>
    <message>
        <source>Write it again with DocBin.to_disk, and import that.</source>
        <translation>اكتبه من جديد بـ DocBin.to_disk ثم استورده.</translation>
    </message>
    <message>
        <source>Written beside every decision. Empty means your name on this machine.</source>
        <translation>يُكتب بجانب كل قرار. والفارغ يعني اسمك على هذا الجهاز.</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>اسمك</translation>
    </message>
    <message>
        <source>a mark</source>
        <translation>علامة ترقيم</translation>
    </message>
    <message>
        <source>a proclitic</source>
        <translation>سابقة</translation>
    </message>
    <message>
        <source>a reviewer&apos;s verdicts</source>
        <translation>أحكام المراجع</translation>
    </message>
    <message>
        <source>a title</source>
        <translation>لقب أو صفة</translation>
    </message>
    <message>
        <source>all</source>
        <translation>الكل</translation>
    </message>
    <message>
        <source>annotators&apos; sets</source>
        <translation>مجموعات الواسمين</translation>
    </message>
    <message>
        <source>articles</source>
        <translation>مقالات</translation>
    </message>
    <message>
        <source>assignments</source>
        <translation>إسنادات</translation>
    </message>
    <message>
        <source>brat standoff</source>
        <translation>brat standoff</translation>
    </message>
    <message>
        <source>camel is exact; camel-int8 is faster on slow machines and differs in some labels. With the name of a model, as in camel:arabert, that model is used.</source>
        <translation>المحرك camel دقيق؛ وcamel-int8 أسرع على الأجهزة البطيئة ويختلف في بعض التصنيفات. وباسم نموذج، كما في camel:arabert، يُستعمل ذلك النموذج.</translation>
    </message>
    <message>
        <source>camel-tools model</source>
        <translation>نموذج camel-tools</translation>
    </message>
    <message>
        <source>camel-tools model, quantised</source>
        <translation>نموذج camel-tools المُكمّم</translation>
    </message>
    <message>
        <source>decisions over many articles</source>
        <translation>قرارات على مقالات كثيرة</translation>
    </message>
    <message>
        <source>direct</source>
        <translation>مباشر</translation>
    </message>
    <message>
        <source>doccano JSONL, entities and relations</source>
        <translation>‏doccano JSONL، كيانات وعلاقات</translation>
    </message>
    <message>
        <source>doccano JSONL, labels</source>
        <translation>‏doccano JSONL، تصنيفات</translation>
    </message>
    <message>
        <source>entities</source>
        <translation>كيانات</translation>
    </message>
    <message>
        <source>entities or quotes</source>
        <translation>كيانات أو اقتباسات</translation>
    </message>
    <message>
        <source>flags of articles</source>
        <translation>علامات المقالات</translation>
    </message>
    <message>
        <source>flags of spans</source>
        <translation>علامات المقاطع</translation>
    </message>
    <message>
        <source>how far articles are</source>
        <translation>حالات المقالات</translation>
    </message>
    <message>
        <source>ids of articles</source>
        <translation>معرّفات المقالات</translation>
    </message>
    <message>
        <source>ids of spans</source>
        <translation>معرّفات المقاطع</translation>
    </message>
    <message>
        <source>indirect</source>
        <translation>غير مباشر</translation>
    </message>
    <message>
        <source>learned models</source>
        <translation>نماذج متعلّمة</translation>
    </message>
    <message>
        <source>marked strings that are no quotes</source>
        <translation>ما بين العلامات وليس اقتباسًا</translation>
    </message>
    <message>
        <source>metadata</source>
        <translation>البيانات الوصفية</translation>
    </message>
    <message>
        <source>metadata of articles</source>
        <translation>البيانات الوصفية للمقالات</translation>
    </message>
    <message>
        <source>mixed</source>
        <translation>مختلط</translation>
    </message>
    <message>
        <source>name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>no</source>
        <translation>لا</translation>
    </message>
    <message>
        <source>none</source>
        <translation>لا يوجد</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>غير مذكورة</translation>
    </message>
    <message>
        <source>notes on articles</source>
        <translation>الملاحظات على المقالات</translation>
    </message>
    <message>
        <source>notes on spans</source>
        <translation>الملاحظات على المقاطع</translation>
    </message>
    <message>
        <source>nothing marked</source>
        <translation>بلا وسم</translation>
    </message>
    <message>
        <source>one word</source>
        <translation>كلمة واحدة</translation>
    </message>
    <message>
        <source>other values of articles</source>
        <translation>قيم أخرى للمقالات</translation>
    </message>
    <message>
        <source>other values of spans</source>
        <translation>قيم أخرى للمقاطع</translation>
    </message>
    <message>
        <source>part of a word</source>
        <translation>بعض كلمة</translation>
    </message>
    <message>
        <source>places in articles</source>
        <translation>مواضع في المقالات</translation>
    </message>
    <message>
        <source>quotes</source>
        <translation>اقتباسات</translation>
    </message>
    <message>
        <source>reasons of suggestions</source>
        <translation>أسباب الاقتراحات</translation>
    </message>
    <message>
        <source>scores</source>
        <translation>الدرجات</translation>
    </message>
    <message>
        <source>seed {seed}</source>
        <translation>البذرة {seed}</translation>
    </message>
    <message>
        <source>settings of the project</source>
        <translation>إعدادات المشروع</translation>
    </message>
    <message>
        <source>several words</source>
        <translation>عدة كلمات</translation>
    </message>
    <message>
        <source>spaCy DocBin</source>
        <translation>‏spaCy، ملف DocBin</translation>
    </message>
    <message>
        <source>spaCy DocBins, a folder for large corpora</source>
        <translation>ملفات spaCy DocBin، مجلد للمدوّنات الكبيرة</translation>
    </message>
    <message>
        <source>spaCy cannot read on: {reason}.</source>
        <translation>يتعذّر على spaCy أن يتابع القراءة: {reason}.</translation>
    </message>
    <message>
        <source>spaCy cannot read the file: {reason}.</source>
        <translation>يتعذّر على spaCy أن يقرأ الملف: {reason}.</translation>
    </message>
    <message>
        <source>status and notes</source>
        <translation>الحالة والملاحظات</translation>
    </message>
    <message>
        <source>statuses of spans</source>
        <translation>حالات المقاطع</translation>
    </message>
    <message>
        <source>steps of the history</source>
        <translation>خطوات السجل</translation>
    </message>
    <message>
        <source>steps that can be undone</source>
        <translation>الخطوات التي يمكن التراجع عنها</translation>
    </message>
    <message>
        <source>tags</source>
        <translation>وسوم</translation>
    </message>
    <message>
        <source>text</source>
        <translation>النص</translation>
    </message>
    <message>
        <source>texts</source>
        <translation>نصوص</translation>
    </message>
    <message>
        <source>the article al-</source>
        <translation>أل التعريف</translation>
    </message>
    <message>
        <source>the white space of texts, as it was</source>
        <translation>مسافات النصوص كما كانت</translation>
    </message>
    <message>
        <source>times of learning</source>
        <translation>مرات التعلّم</translation>
    </message>
    <message>
        <source>times of work</source>
        <translation>أوقات العمل</translation>
    </message>
    <message>
        <source>titles</source>
        <translation>العناوين</translation>
    </message>
    <message>
        <source>torch cannot quantise models on this machine.</source>
        <translation>لا يستطيع torch تكميم النماذج على هذا الجهاز.</translation>
    </message>
    <message>
        <source>verdicts</source>
        <translation>أحكام</translation>
    </message>
    <message>
        <source>when spans were changed</source>
        <translation>أوقات تغيير المقاطع</translation>
    </message>
    <message>
        <source>when spans were made</source>
        <translation>أوقات إنشاء المقاطع</translation>
    </message>
    <message>
        <source>where spans come from</source>
        <translation>مصادر المقاطع</translation>
    </message>
    <message>
        <source>who decided on spans</source>
        <translation>من قرّر في المقاطع</translation>
    </message>
    <message>
        <source>whose work it is</source>
        <translation>صاحب العمل</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>نعم</translation>
    </message>
    <message>
        <source>{annotator} has another version of this text, which differs in {count} places; the spans were moved. The first: {text}</source>
        <translation>عند {annotator} نسخة أخرى من هذا النص، ومواضع الاختلاف: {count}؛ نُقلت المقاطع إلى مواضعها. أولها: {text}</translation>
    </message>
    <message>
        <source>{annotator} has this article twice; the first one counts.</source>
        <translation>هذا المقال عند {annotator} مرتين، والمعتبر أولهما.</translation>
    </message>
    <message>
        <source>{annotator}: new: {new}, newer: {newer}, as before: {same}, older than here: {older}, kept beside: {apart}.</source>
        <translation>{annotator}: جديد: {new}، أحدث: {newer}، كما كان: {same}، أقدم مما هنا: {older}، حُفظ إلى جانبه: {apart}.</translation>
    </message>
    <message>
        <source>{annotator}: {name} “{text}” has no place in the other version of the text; it is left out.</source>
        <translation>{annotator}: ليس لـ{name} «{text}» موضع في النسخة الأخرى من النص، فتُرك.</translation>
    </message>
    <message>
        <source>{cell} names no quote; left out.</source>
        <translation>لا تسمّي {cell} اقتباسًا؛ تُركت.</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} من {total}</translation>
    </message>
    <message>
        <source>{entity} begins or ends inside a character.</source>
        <translation>يبدأ {entity} أو ينتهي داخل حرف.</translation>
    </message>
    <message>
        <source>{entity} grows to the whole word {word}.</source>
        <translation>يتسع {entity} إلى الكلمة كاملة: {word}.</translation>
    </message>
    <message>
        <source>{entity} overlaps another one: it has no tags, only its offsets.</source>
        <translation>{entity} يتداخل مع غيره: لا وسوم له، بل مواضعه فقط.</translation>
    </message>
    <message>
        <source>{entity} overlaps another one: it is in doc.spans, not in doc.ents.</source>
        <translation>{entity} يتداخل مع غيره: هو في doc.spans لا في doc.ents.</translation>
    </message>
    <message>
        <source>{entity} overlaps {other}; it stands in a comment line.</source>
        <translation>يتداخل {entity} مع {other}؛ وُضع في سطر تعليق.</translation>
    </message>
    <message>
        <source>{entity} overlaps {other}; left out.</source>
        <translation>يتداخل {entity} مع {other}؛ تُرك.</translation>
    </message>
    <message>
        <source>{field}, in quotes</source>
        <translation>{field} (في الاقتباسات)</translation>
    </message>
    <message>
        <source>{key} cannot be {value}; its default is used: {default}.</source>
        <translation>لا يصح أن تكون {key} هي {value}؛ تُستعمل القيمة الأصلية: {default}.</translation>
    </message>
    <message>
        <source>{key} cannot be {value}; left out.</source>
        <translation>لا يصح أن تكون {key} هي {value}؛ تُركت.</translation>
    </message>
    <message>
        <source>{key} cannot be {value}; the default is taken.</source>
        <translation>لا يصح أن تكون {key} هي {value}؛ أُخذت القيمة الأصلية.</translation>
    </message>
    <message>
        <source>{key} is no key of its own.</source>
        <translation>{key} ليس مفتاحًا قائمًا بذاته.</translation>
    </message>
    <message>
        <source>{key} is the key of the label “{action}”; the label set says so.</source>
        <translation>{key} مفتاح التصنيف «{action}» كما في مجموعة التصنيفات.</translation>
    </message>
    <message>
        <source>{key} is the key of “{action}”.</source>
        <translation>{key} مفتاح «{action}».</translation>
    </message>
    <message>
        <source>{key} is typed in fields. This acts everywhere: it needs Ctrl or Alt, or one of F1 to F12.</source>
        <translation>{key} يُكتب في الحقول. وهذا الأمر يعمل في كل مكان، فيحتاج Ctrl أوAlt، أو مفتاحًا من F1 إلى F12.</translation>
    </message>
    <message>
        <source>{key} moves the caret or works on the text in the article.</source>
        <translation>{key} يحرك المؤشر أو يعمل على نص المقال.</translation>
    </message>
    <message>
        <source>{key} opens a menu.</source>
        <translation>{key} يفتح قائمة.</translation>
    </message>
    <message>
        <source>{name} already stands for {label}.</source>
        <translation>{name} يدل على {label} من قبل.</translation>
    </message>
    <message>
        <source>{name} differs by a proclitic from what is labelled {there} times.</source>
        <translation>يختلف {name} بسابقة عن اسم مصنّف (عدد المرات: {there}).</translation>
    </message>
    <message>
        <source>{name} differs by a title from what is labelled {there} times.</source>
        <translation>يختلف {name} بلقب عن اسم مصنّف (عدد المرات: {there}).</translation>
    </message>
    <message>
        <source>{name} has no label here; it is {other} {there} times.</source>
        <translation>لا تصنيف لـ{name} هنا؛ وهو {other} في غيره (عدد المرات: {there}).</translation>
    </message>
    <message>
        <source>{name} is neither span nor relation; left out.</source>
        <translation>{name} ليس مقطعًا ولا علاقة؛ تُرك.</translation>
    </message>
    <message>
        <source>{name} is {label} here ({here} times), but {other} {there} times.</source>
        <translation>{name} هنا {label} (عدد المرات: {here})، وفي غيره {other} (عدد المرات: {there}).</translation>
    </message>
    <message>
        <source>{reason} These files are left: {names}.</source>
        <translation>{reason} بقيت هذه الملفات: {names}.</translation>
    </message>
    <message>
        <source>{shares} by article, seed {seed}</source>
        <translation>{shares} بحسب المقال، البذرة {seed}</translation>
    </message>
    <message>
        <source>{start} to {end} cuts through a character.</source>
        <translation>المقطع من {start} إلى {end} يقطع حرفًا.</translation>
    </message>
    <message>
        <source>{start} to {end} is empty.</source>
        <translation>المقطع من {start} إلى {end} فارغ.</translation>
    </message>
    <message>
        <source>{start} to {end} is moved to {first} to {last}.</source>
        <translation>نُقل المقطع من {start}–{end} إلى {first}–{last}.</translation>
    </message>
    <message>
        <source>{start} to {end} is nothing but white space.</source>
        <translation>ليس في المقطع من {start} إلى {end} سوى مسافات.</translation>
    </message>
    <message>
        <source>{start} to {end} lies outside the text.</source>
        <translation>المقطع من {start} إلى {end} خارج النص.</translation>
    </message>
    <message>
        <source>{text} holds no letter or digit to search for.</source>
        <translation>لا حرف ولا رقم في {text} يُبحث عنه.</translation>
    </message>
    <message>
        <source>{value} is no JSON number; null is taken.</source>
        <translation>{value} ليس عدد JSON؛ أُخذ null.</translation>
    </message>
    <message>
        <source>{what} At {place}, {value} was written as {written} and reads {read}.</source>
        <translation>{what} عند {place} كُتبت قيمة {value} هكذا: {written}، وتُقرأ: {read}.</translation>
    </message>
    <message>
        <source>{what} {advice}</source>
        <translation>{what} {advice}</translation>
    </message>
    <message>
        <source>“annotator models list --refresh” fetches it.</source>
        <translation>الأمر «annotator models list ‎--refresh» يجلبها.</translation>
    </message>
    <message>
        <source>“annotator models list” shows the names.</source>
        <translation>الأمر «annotator models list» يعرض الأسماء.</translation>
    </message>
    <message>
        <source>“{name}” needs {needed} MB on the disk, and {there} MB are free</source>
        <translation>يحتاج «{name}» إلى {needed} ميغابايت على القرص، والمتاح {there} ميغابايت</translation>
    </message>
</context>
<context>
    <name>pages</name>
    <message>
        <source>Corrections</source>
        <translation>التصحيحات</translation>
    </message>
    <message>
        <source>Guidelines</source>
        <translation>الإرشادات</translation>
    </message>
    <message>
        <source>History</source>
        <translation>السجل</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation>الاقتباسات</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>الاقتراحات</translation>
    </message>
</context>
<context>
    <name>reasons</name>
    <message>
        <source>Suggested by {name}</source>
        <translation>اقترحه {name}</translation>
    </message>
    <message>
        <source>Suggested by {name}, {percent}%</source>
        <translation>اقترحه {name}، {percent}%</translation>
    </message>
    <message>
        <source>Suggested by {name}, {percent}%: {rule}</source>
        <translation>اقترحه {name}، {percent}%: {rule}</translation>
    </message>
    <message>
        <source>Suggested by {name}: {rule}</source>
        <translation>اقترحه {name}: {rule}</translation>
    </message>
    <message>
        <source>a clause after a verb of saying</source>
        <translation>جملة بعد فعل قول</translation>
    </message>
    <message>
        <source>a name after a nationality</source>
        <translation>اسم بعد جنسية</translation>
    </message>
    <message>
        <source>a name after a title</source>
        <translation>اسم بعد لقب</translation>
    </message>
    <message>
        <source>a name after a verb of saying</source>
        <translation>اسم بعد فعل قول</translation>
    </message>
    <message>
        <source>a sentence of its own in marks</source>
        <translation>جملة مستقلة بين علامتين</translation>
    </message>
    <message>
        <source>after a colon</source>
        <translation>بعد نقطتين</translation>
    </message>
    <message>
        <source>after a colon, without marks</source>
        <translation>بعد نقطتين وبلا علامتين</translation>
    </message>
    <message>
        <source>after a word that announces speech</source>
        <translation>بعد لفظ يُنبئ بكلام</translation>
    </message>
    <message>
        <source>begins as organisations do</source>
        <translation>يبدأ كما تبدأ أسماء المنظمات</translation>
    </message>
    <message>
        <source>begins with a first name</source>
        <translation>يبدأ باسم شخص</translation>
    </message>
    <message>
        <source>in a list of names</source>
        <translation>في قائمة أسماء</translation>
    </message>
    <message>
        <source>marks after a verb of saying</source>
        <translation>علامتان بعد فعل قول</translation>
    </message>
    <message>
        <source>marks after a word that announces speech</source>
        <translation>علامتان بعد لفظ يُنبئ بكلام</translation>
    </message>
    <message>
        <source>marks without a word that announces speech</source>
        <translation>علامتان بلا لفظ يُنبئ بكلام</translation>
    </message>
    <message>
        <source>speaker and colon in a headline</source>
        <translation>متحدث ونقطتان في عنوان</translation>
    </message>
    <message>
        <source>spoken in the first person</source>
        <translation>بضمير المتكلم</translation>
    </message>
    <message>
        <source>the marks come before the verb</source>
        <translation>العلامتان قبل الفعل</translation>
    </message>
    <message>
        <source>the same words were decided before</source>
        <translation>حُسمت الكلمات نفسها من قبل</translation>
    </message>
    <message>
        <source>the source follows the marks</source>
        <translation>المصدر بعد العلامتين</translation>
    </message>
    <message>
        <source>the verb comes after what was said</source>
        <translation>الفعل بعد ما قيل</translation>
    </message>
</context>
<context>
    <name>report</name>
    <message>
        <source>Articles that are missing</source>
        <translation>مقالات ناقصة</translation>
    </message>
    <message>
        <source>Articles that one annotator has twice</source>
        <translation>مقالات مكررة عند واسم واحد</translation>
    </message>
    <message>
        <source>Articles that only one has</source>
        <translation>مقالات عند واسم واحد فقط</translation>
    </message>
    <message>
        <source>Articles that were added</source>
        <translation>مقالات أُضيفت</translation>
    </message>
    <message>
        <source>Characters that were replaced</source>
        <translation>محارف استُبدلت</translation>
    </message>
    <message>
        <source>Columns by guess</source>
        <translation>أعمدة بالتخمين</translation>
    </message>
    <message>
        <source>Edges inside letters</source>
        <translation>حدود داخل الحروف</translation>
    </message>
    <message>
        <source>Edges inside words</source>
        <translation>حدود داخل الكلمات</translation>
    </message>
    <message>
        <source>Empty articles</source>
        <translation>مقالات فارغة</translation>
    </message>
    <message>
        <source>Empty parts</source>
        <translation>أجزاء فارغة</translation>
    </message>
    <message>
        <source>Entities</source>
        <translation>الكيانات</translation>
    </message>
    <message>
        <source>Files that came in</source>
        <translation>ملفات دخلت</translation>
    </message>
    <message>
        <source>Files that cannot be read</source>
        <translation>ملفات لا يمكن قراءتها</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>العلامات</translation>
    </message>
    <message>
        <source>Ids that stand twice</source>
        <translation>معرّفات مكررة</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>التصنيفات</translation>
    </message>
    <message>
        <source>Labels that the project does not know</source>
        <translation>تصنيفات لا يعرفها المشروع</translation>
    </message>
    <message>
        <source>Lines in another encoding</source>
        <translation>سطور بترميز آخر</translation>
    </message>
    <message>
        <source>Missing end tags</source>
        <translation>وسوم نهاية ناقصة</translation>
    </message>
    <message>
        <source>Not chosen by their status</source>
        <translation>غير مختارة بسبب حالتها</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>الملاحظات</translation>
    </message>
    <message>
        <source>Other versions of articles</source>
        <translation>نسخ أخرى من المقالات</translation>
    </message>
    <message>
        <source>Overlapping spans</source>
        <translation>مقاطع متداخلة</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation>الاقتباسات</translation>
    </message>
    <message>
        <source>Sets of nobody</source>
        <translation>عمل لا صاحب له</translation>
    </message>
    <message>
        <source>Sheets without texts</source>
        <translation>أوراق بلا نصوص</translation>
    </message>
    <message>
        <source>Spans in pieces</source>
        <translation>مقاطع مجزأة</translation>
    </message>
    <message>
        <source>Spans without a word</source>
        <translation>مقاطع بلا كلمة</translation>
    </message>
    <message>
        <source>Text boxes</source>
        <translation>مربعات نص</translation>
    </message>
    <message>
        <source>Texts that were changed</source>
        <translation>نصوص تغيّرت</translation>
    </message>
    <message>
        <source>Texts that were there already</source>
        <translation>نصوص موجودة من قبل</translation>
    </message>
    <message>
        <source>Texts with half a character</source>
        <translation>نصوص فيها نصف محرف</translation>
    </message>
    <message>
        <source>What the format does not keep</source>
        <translation>ما لا تحفظه الصيغة</translation>
    </message>
    <message>
        <source>Without a place in the other version</source>
        <translation>بلا موضع في النسخة الأخرى</translation>
    </message>
    <message>
        <source>Work that went two ways</source>
        <translation>عمل تفرّع طريقين</translation>
    </message>
    <message>
        <source>Wrong offsets</source>
        <translation>مواضع خاطئة</translation>
    </message>
    <message>
        <source>Wrong rows</source>
        <translation>سطور خاطئة</translation>
    </message>
</context>
<context>
    <name>review</name>
    <message>
        <source>A bar is a day, or some articles one after the other.</source>
        <translation>كل عمود يوم، أو مقالات متتابعة.</translation>
    </message>
    <message>
        <source>Exact F1</source>
        <translation>التطابق التام (F1)</translation>
    </message>
    <message>
        <source>Exact F1 in percent, as the work goes on</source>
        <translation>التطابق التام (F1) بالمئة، مع تقدُّم العمل</translation>
    </message>
    <message>
        <source>When</source>
        <translation>متى</translation>
    </message>
    <message>
        <source>articles</source>
        <translation>مقالات</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>يدويًا</translation>
    </message>
    <message>
        <source>none of them</source>
        <translation>لا أحد منهم</translation>
    </message>
    <message>
        <source>nothing here</source>
        <translation>لا شيء هنا</translation>
    </message>
    <message>
        <source>open</source>
        <translation>مفتوح</translation>
    </message>
</context>
<context>
    <name>steps</name>
    <message>
        <source>a quote after all</source>
        <translation>هو اقتباس</translation>
    </message>
    <message>
        <source>accept</source>
        <translation>قبول</translation>
    </message>
    <message>
        <source>another label</source>
        <translation>تصنيف آخر</translation>
    </message>
    <message>
        <source>another label for all</source>
        <translation>تصنيف آخر للكل</translation>
    </message>
    <message>
        <source>article done</source>
        <translation>إنجاز المقال</translation>
    </message>
    <message>
        <source>boundary</source>
        <translation>حدّ</translation>
    </message>
    <message>
        <source>consistency</source>
        <translation>اتساق</translation>
    </message>
    <message>
        <source>content</source>
        <translation>المضمون</translation>
    </message>
    <message>
        <source>correction taken back</source>
        <translation>رد تصحيح</translation>
    </message>
    <message>
        <source>correction understood</source>
        <translation>استيعاب تصحيح</translation>
    </message>
    <message>
        <source>cue</source>
        <translation>لفظ القول</translation>
    </message>
    <message>
        <source>end of the quote</source>
        <translation>نهاية الاقتباس</translation>
    </message>
    <message>
        <source>flag</source>
        <translation>علامة</translation>
    </message>
    <message>
        <source>flag of the article</source>
        <translation>علامة المقال</translation>
    </message>
    <message>
        <source>import</source>
        <translation>استيراد</translation>
    </message>
    <message>
        <source>join</source>
        <translation>ضمّ</translation>
    </message>
    <message>
        <source>label every occurrence</source>
        <translation>تصنيف كل المواضع</translation>
    </message>
    <message>
        <source>label lines of a search</source>
        <translation>تصنيف سطور من البحث</translation>
    </message>
    <message>
        <source>labels of the project</source>
        <translation>تصنيفات المشروع</translation>
    </message>
    <message>
        <source>mark</source>
        <translation>تعليم</translation>
    </message>
    <message>
        <source>mark a quote</source>
        <translation>تعليم اقتباس</translation>
    </message>
    <message>
        <source>nesting</source>
        <translation>تداخل الاقتباسات</translation>
    </message>
    <message>
        <source>no quote</source>
        <translation>ليس اقتباسًا</translation>
    </message>
    <message>
        <source>note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>note on the article</source>
        <translation>ملاحظة على المقال</translation>
    </message>
    <message>
        <source>open a disagreement again</source>
        <translation>إعادة فتح اختلاف</translation>
    </message>
    <message>
        <source>reject</source>
        <translation>رفض</translation>
    </message>
    <message>
        <source>relabel every occurrence</source>
        <translation>تغيير تصنيف كل المواضع</translation>
    </message>
    <message>
        <source>reopen</source>
        <translation>إعادة فتح</translation>
    </message>
    <message>
        <source>say why annotators differ</source>
        <translation>بيان سبب الاختلاف</translation>
    </message>
    <message>
        <source>settle a disagreement</source>
        <translation>حسم اختلاف</translation>
    </message>
    <message>
        <source>source</source>
        <translation>المصدر</translation>
    </message>
    <message>
        <source>speaker</source>
        <translation>المتحدث</translation>
    </message>
    <message>
        <source>split</source>
        <translation>تقسيم</translation>
    </message>
    <message>
        <source>status</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>suggestions</source>
        <translation>اقتراحات</translation>
    </message>
    <message>
        <source>take back: {step}</source>
        <translation>تراجع عن: {step}</translation>
    </message>
    <message>
        <source>type of the quote</source>
        <translation>نوع الاقتباس</translation>
    </message>
    <message>
        <source>unlabel every occurrence</source>
        <translation>رفع التصنيف عن كل المواضع</translation>
    </message>
</context>
<context>
    <name>tutorial</name>
    <message>
        <source>A name ends at any letter. {out} and {in} move its end by a letter, {start_out} and {start_in} its beginning.</source>
        <translation>قد ينتهي الاسم عند أي حرف. المفتاحان {out} و{in} ينقلان نهايته حرفًا، و{start_out} و{start_in} ينقلان بدايته.</translation>
    </message>
    <message>
        <source>Dashed frames are suggestions: names and quotes that the program has found. {next} goes to the next one.</source>
        <translation>الأُطر المتقطعة اقتراحات: أسماء واقتباسات وجدها البرنامج. المفتاح {next} ينتقل إلى الاقتراح التالي.</translation>
    </message>
    <message>
        <source>Each label has a key; the bar at the top shows them. With a name current, {labels} gives it another label.</source>
        <translation>لكل تصنيف مفتاح تجده في الشريط أعلى النافذة. قف على اسم، ثم أعطه تصنيفًا آخر بأحد المفاتيح {labels}.</translation>
    </message>
    <message>
        <source>Go to a name that stands there more than once, such as واشنطن. {every} lists every place, however it is spelt; Enter labels them all in one step.</source>
        <translation>اذهب إلى اسم يتكرر، مثل واشنطن. المفتاح {every} يعرض كل مواضعه كيفما كُتب، وEnter يصنّفها كلها في خطوة واحدة.</translation>
    </message>
    <message>
        <source>If it is right, {accept} accepts it and goes on. Accept this one.</source>
        <translation>إن كان صحيحًا فالمفتاح {accept} يقبله وينتقل إلى ما بعده. اقبل هذا الاقتراح.</translation>
    </message>
    <message>
        <source>Now a name that nobody found: double-click a word, or select with Shift and the arrow keys, then press a label&apos;s key: {labels}.</source>
        <translation>والآن اسم لم يُعثر عليه: انقر كلمة نقرتين، أو حدّد بـShift والأسهم، ثم اضغط مفتاح تصنيف: {labels}.</translation>
    </message>
    <message>
        <source>Quotes lie on a pale band, and stand as cards beside the article with who said them. {next_quote} goes to the next quote.</source>
        <translation>الاقتباسات على شريط باهت، وبجانب المقال بطاقاتها ومعها المتحدث. المفتاح {next_quote} ينتقل إلى الاقتباس التالي.</translation>
    </message>
    <message>
        <source>So an article is annotated. When two people have done the same articles, somebody settles where they differ: {skip} opens a review of two colleagues.</source>
        <translation>هكذا يوسم المقال. وحين يسم اثنان المقالات نفسها يحسم مراجعٌ ما اختلفا فيه: المفتاح {skip} يفتح مراجعة لعمل زميلين.</translation>
    </message>
    <message>
        <source>That is all one needs to begin. {keys} shows every key, here and anywhere; {leave} ends the tutorial and throws this sample away.</source>
        <translation>هذا كل ما يلزم للبدء. المفتاح {keys} يعرض كل المفاتيح، هنا وفي كل مكان؛ و{leave} ينهي الجولة ويحذف هذا النموذج.</translation>
    </message>
    <message>
        <source>What the first one marked is a bar over the line, the second one&apos;s is under it. {first} takes the first one&apos;s, {second} the second one&apos;s. Decide one.</source>
        <translation>ما علّمه الأول شريط فوق السطر، وما علّمه الثاني تحته. المفتاح {first} يعتمد ما عند الأول، و{second} ما عند الثاني. احسم واحدًا.</translation>
    </message>
    <message>
        <source>{both} takes both, {nothing} says that there is nothing to mark, {edit} decides by hand. Decide one more.</source>
        <translation>المفتاح {both} يعتمد الاثنين، و{nothing} يقول إنه لا شيء يوسم هنا، و{edit} للحسم يدويًا. احسم اختلافًا آخر.</translation>
    </message>
    <message>
        <source>{done} marks the article as done and opens the next one. Press it.</source>
        <translation>المفتاح {done} يجعل المقال منجزًا ويفتح ما بعده. اضغطه.</translation>
    </message>
    <message>
        <source>{reject} rejects what is wrong. Reject this one; it comes back later.</source>
        <translation>المفتاح {reject} يرفض الخطأ. ارفض هذا الاقتراح؛ وسيعود بعد قليل.</translation>
    </message>
    <message>
        <source>{undo} takes the last step back, and any step before it. Try it.</source>
        <translation>المفتاح {undo} يتراجع عن آخر خطوة، وعن كل خطوة قبلها. جرّبه.</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>?</source>
        <translation>؟</translation>
    </message>
    <message>
        <source>Speaker not given</source>
        <translation>متحدث غير محدد</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>يدويًا</translation>
    </message>
    <message>
        <source>done</source>
        <translation>منجز</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>قيد العمل</translation>
    </message>
    <message>
        <source>new</source>
        <translation>جديد</translation>
    </message>
    <message>
        <source>reviewed</source>
        <translation>مراجَع</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>غير مؤكد</translation>
    </message>
</context>
</TS>
